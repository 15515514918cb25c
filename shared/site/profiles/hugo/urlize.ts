/** How a site shapes its paths. */
export type PathStyle = { readonly keepsCase: boolean; readonly removesAccents: boolean }

/**
 * What Hugo keeps of a path: letters, digits, marks and `._/\#+~-@`; spaces between them become one hyphen
 * (helpers/path.go, UnicodeSanitize and MakePathSanitized).
 */
export function sanitizePath(path: string, style: PathStyle): string {
  const letters = [...(style.removesAccents ? withoutAccents(path) : path)]
  let kept = ''
  let needsHyphen = false
  let wasHyphen = false
  for (const [index, letter] of letters.entries()) {
    const isEncoded = letter === '%' && /^[\da-f]{2}$/i.test(letters.slice(index + 1, index + 3).join(''))
    if (isEncoded || /[\p{L}\p{Nd}\p{M}._/\\#+~\-@]/u.test(letter)) {
      wasHyphen = letter === '-'
      if (needsHyphen && !wasHyphen) kept += '-'
      needsHyphen = false
      kept += letter
    } else if (kept !== '' && /\p{White_Space}/u.test(letter) && !wasHyphen) needsHyphen = true
  }
  return style.keepsCase ? kept : lowerCase(kept)
}

/** Hugo's `urlize`, not encoded: a sanitized path without the number sign that would begin an empty fragment. */
export function urlize(text: string, style: PathStyle): string {
  return sanitizePath(text, style).replace(/^([^#]*)#$/, '$1')
}

/** Hugo decodes a filled-in permalink as a query is; null where that fails, and the page's usual path counts. */
export function decodeQuery(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/** `anchorize`, as GitHub makes anchors: no path's marks, each space one hyphen. */
export function anchorize(text: string): string {
  return lowerCase(
    [...text.trim()]
      .map((letter) => (letter === ' ' ? '-' : /[\p{L}\p{Nd}\-_]/u.test(letter) ? letter : ''))
      .join(''),
  )
}

/** Go's `strings.ToLower`: letter by letter, so that no letter becomes two and none looks at its neighbours. */
export function lowerCase(text: string): string {
  return [...text].map((letter) => (letter === 'İ' ? 'i' : letter.toLowerCase())).join('')
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
}
