/** A path without `.`, `..` and doubled slashes, as Node's `path.join` has it. */
export function normalizedPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}${path.endsWith('/') && parts.length > 0 ? '/' : ''}`
}
