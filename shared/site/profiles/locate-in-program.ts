import type { SiteSource } from '../profile'

/**
 * Where a configuration that is a program says `keys`, one inside of the other: the first key of that name, and from there on the next.
 * Comments do not count. null where it does not stand there.
 */
export function locateInProgram(file: string, text: string, keys: readonly string[]): SiteSource | null {
  const program = withoutComments(text)
  let at = 0
  for (const key of keys) {
    const escaped = key.replace(/[^\w-]/g, '\\$&')
    const found = new RegExp(`(?<![\\w$.])(["']?)${escaped}\\1\\s*[:(]`).exec(program.slice(at))
    if (found === null) return null
    at += found.index
    if (key !== keys.at(-1)) at += found[0].length
  }
  return { file, line: text.slice(0, at).split('\n').length }
}

/** A program with blanks where its comments are, so that all else stays in its place. Texts in quotes are left alone. */
export function withoutComments(program: string): string {
  return program.replace(
    /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (part) => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part),
  )
}
