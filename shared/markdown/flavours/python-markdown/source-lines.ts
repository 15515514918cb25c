import { ETX, STX } from './stash'

const tabWidth = 4
const lineBreak = /\r\n?|\n/g

/** One line as Python-Markdown sees it, and where it stands in the source. `end` is behind the line break. */
export type SourceLine = { readonly text: string; readonly start: number; readonly end: number }

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  let expanded = ''
  let column = 0
  for (const character of line) {
    const width = character === '\t' ? tabWidth - (column % tabWidth) : 1
    expanded += character === '\t' ? ' '.repeat(width) : character
    column += width
  }
  return expanded
}

/** A line after Python-Markdown's `normalize_whitespace` preprocessor; NUL becomes U+FFFD as everywhere in Galley. */
function normaliseLine(line: string): string {
  const cleaned = line.replaceAll(STX, '').replaceAll(ETX, '').replaceAll('\0', '\ufffd')
  const expanded = expandTabs(cleaned)
  return /^ +$/.test(expanded) ? '' : expanded
}

/** The lines of a text from an offset on, read only as far as they are asked for. */
export class SourceLines {
  private readonly lines: SourceLine[] = []
  private position: number

  constructor(
    readonly text: string,
    from: number,
  ) {
    this.position = from
  }

  /** Line `index`, counted from where reading began; undefined behind the last. */
  at(index: number): SourceLine | undefined {
    while (this.lines.length <= index && this.position < this.text.length) this.readLine()
    return this.lines[index]
  }

  private readLine(): void {
    const start = this.position
    lineBreak.lastIndex = start
    const found = lineBreak.exec(this.text)
    this.position = found ? lineBreak.lastIndex : this.text.length
    const text = this.text.slice(start, found ? found.index : this.text.length)
    this.lines.push({ text: normaliseLine(text), start, end: this.position })
  }
}
