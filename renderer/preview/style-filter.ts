/** Values that fetch something, run something, hide either behind escapes, or pin something over what the preview shows. */
const refusedValue =
  /url\s*\(|image-set\s*\(|src\s*\(|image\s*\(|expression\s*\(|@import|\\|\/\*|:\s*(?:fixed|sticky|-webkit-sticky)\b/i

/** `style` without the declarations that reach out; null when nothing is left. */
export function filterStyle(style: string): string | null {
  const kept = style.split(';').filter((declaration) => !refusedValue.test(declaration))
  const filtered = kept.join(';').trim().replace(/;$/, '')
  return filtered === '' ? null : filtered
}
