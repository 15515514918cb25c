const fenceMark = /^ {0,3}(`{3,}|~{3,})/

/** The number of the first line for which `test` holds, or -1. */
export function findLine(source: string, test: (line: string, before: string) => boolean): number {
  const lines = source.split('\n')
  return lines.findIndex((line, index) => test(line, lines[index - 1] ?? ''))
}

/** The number of the first line that is not blank. */
export function firstTextLine(source: string): number {
  return Math.max(
    0,
    findLine(source, (line) => line.trim() !== ''),
  )
}

/** `source` with each line as `write` makes it, which gets the line before as it was; lines of fenced code are left alone. */
export function mapTextLines(source: string, write: (line: string, before: string) => string): string {
  let fence: string | null = null
  let before = ''
  return source
    .split('\n')
    .map((line) => {
      const mark = fenceMark.exec(line)?.[1]
      const isCode = fence !== null
      if (fence === null && mark !== undefined) fence = mark
      else if (fence !== null && mark?.startsWith(fence)) fence = null
      const written = isCode || mark !== undefined ? line : write(line, before)
      before = line
      return written
    })
    .join('\n')
}

/** The first line in which two sources differ. */
export function firstChangedLine(source: string, changed: string): number {
  const lines = changed.split('\n')
  return Math.max(
    0,
    source.split('\n').findIndex((line, index) => line !== lines[index]),
  )
}
