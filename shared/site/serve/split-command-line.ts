/** A command line taken apart into its words, or why it cannot be. */
export type SplitCommandLine =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string }

/** What a shell would act on outside quotes: Galley runs one program, without a shell. */
const shellSigns = /[&|;<>`$()\n\r]/

/**
 * Splits a typed command at its blanks. Words with blanks in them stand in single or double quotes; a backslash takes the next sign as it
 * is, but not within single quotes. What only a shell understands (pipes, `&&`, variables) is refused.
 */
export function splitCommandLine(line: string): SplitCommandLine {
  const words: string[] = []
  let word: string | null = null
  let quote = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (quote !== "'" && sign === '\\') {
      at += 1
      if (at === line.length) return refused('The command ends with a backslash.')
      word = (word ?? '') + line[at]
    } else if (quote !== '') {
      if (sign === quote) quote = ''
      else word = (word ?? '') + sign
    } else if (sign === '"' || sign === "'") {
      quote = sign
      word ??= ''
    } else if (/\s/.test(sign) && sign !== '\n' && sign !== '\r') {
      if (word !== null) words.push(word)
      word = null
    } else if (shellSigns.test(sign)) {
      return refused(
        `Galley starts one program, without a shell, so “${sign.trim() === '' ? 'a line break' : sign}” means nothing to it. Put such commands into a script, and name that here.`,
      )
    } else word = (word ?? '') + sign
  }
  if (quote !== '') return refused('A quotation mark in the command is not closed.')
  if (word !== null) words.push(word)
  if (words.length === 0 || words[0] === '') return refused('Type the command that serves the site.')
  if (line.includes('\0')) return refused('The command holds a sign that no program takes.')
  return { kind: 'words', words }
}

function refused(why: string): SplitCommandLine {
  return { kind: 'refused', why }
}

/** Words as one would type them, quoted where needed. */
export function joinCommandLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')
}
