/** A folder as a configuration names it, relative to the blog, without slashes at its ends; null for one that leads out of the blog. */
export function configuredFolder(written: string): string | null {
  const path = written
    .replace(/^\[\[workspace\]\]/, '')
    .replaceAll('\\', '/')
    .trim()
  if (/^[a-z]:/i.test(path) || path.includes('\0')) return null
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.includes('..') ? null : segments.join('/')
}

/**
 * How closely a configured folder holds the posts of `folder`: the number of its folder names, more for those without a star, so that
 * the greatest is the one that means these posts most; null when it does not hold them. `*` stands for any part of one name, `**` for any
 * folders.
 */
export function closenessOf(pattern: string, folder: string): number | null {
  const wanted = pattern === '' ? [] : pattern.split('/')
  const there = folder === '' ? [] : folder.split('/')
  if (!holds(wanted, there)) return null
  return wanted.reduce((sum, name) => sum + (name === '**' ? 0 : name.includes('*') ? 1 : 2), 0)
}

/** Whether `there` begins with what `wanted` stands for. Each `**` takes as little as it can, which finds a beginning if there is one. */
function holds(wanted: readonly string[], there: readonly string[]): boolean {
  let place = 0
  let resume: { readonly wanted: number; readonly there: number } | null = null
  let index = 0
  while (index < wanted.length) {
    const name = wanted[index] ?? ''
    const folder = there[place]
    if (name === '**') {
      resume = { wanted: index + 1, there: place }
      index += 1
    } else if (folder !== undefined && isNamed(name, folder)) {
      index += 1
      place += 1
    } else if (resume !== null && resume.there < there.length) {
      resume = { wanted: resume.wanted, there: resume.there + 1 }
      index = resume.wanted
      place = resume.there
    } else return false
  }
  return true
}

/** Whether `name`, in which `*` stands for any characters, means `folder`. No expression is built from what a file says. */
function isNamed(name: string, folder: string): boolean {
  const [first = '', ...rest] = name.split('*')
  if (rest.length === 0) return first === folder
  const last = rest.pop() ?? ''
  if (!folder.startsWith(first) || folder.length < first.length + last.length || !folder.endsWith(last))
    return false
  const end = folder.length - last.length
  let from = first.length
  for (const part of rest) {
    const found = folder.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}
