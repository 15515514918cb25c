/** Control characters and direction overrides: printed raw, a post's title could repaint the terminal. */
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text from a blog as it may go to a terminal: one line, nothing that moves the cursor or turns the writing direction. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unprintable, '\ufffd').trim()
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]|\ufe0f/u
const graphemes = new Intl.Segmenter()

/** How many columns a terminal uses for `text`: two for a Chinese, Japanese or Korean character or an emoji. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/** Rows with every column but the last padded to its widest cell, two spaces between. Without rows an empty string. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** Writes a result to standard output. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** Writes a sentence for people to standard error. */
export function warn(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Ends quietly when the reader of our output has gone (`galley list . | head -1`), as other tools do. */
export function endWhenReaderGoes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(process.exitCode ?? 0)
    })
}
