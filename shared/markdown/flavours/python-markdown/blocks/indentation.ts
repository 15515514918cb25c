/** One level of indentation. */
export const indent = '    '

/** Takes one level off the front lines that have it; the lines behind the first without it are the rest. */
export function takeIndented(text: string): { readonly block: string; readonly rest: string } {
  const lines = text.split('\n')
  const taken: string[] = []
  for (const line of lines) {
    if (line.startsWith(indent)) taken.push(line.slice(indent.length))
    else if (line.trim() === '') taken.push('')
    else break
  }
  return { block: taken.join('\n'), rest: lines.slice(taken.length).join('\n') }
}

/** Takes `level` levels off every line that has them, and leaves the others as they are. */
export function outdent(text: string, level = 1): string {
  const width = indent.repeat(level)
  return text
    .split('\n')
    .map((line) => (line.startsWith(width) ? line.slice(width.length) : line))
    .join('\n')
}
