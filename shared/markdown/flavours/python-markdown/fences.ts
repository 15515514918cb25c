import { codeBlockHtml } from './code-block'
import type { SourceLines } from './source-lines'
import type { Syntax } from './syntax'

// Python-Markdown 3.4 extensions/fenced_code.py, FENCED_BLOCK_RE: the opening line.
const openingLine =
  /^(~{3,}|`{3,})[ ]*(?:\{([^}\n]*)\}|(?:\.?([\w#.+-]*)[ ]*)?(?:hl_lines=("|')(?:.*?)\4[ ]*)?)$/

/** A fenced block: its lines `first`…`last`, the fences included, and the HTML it becomes. */
export type Fence = { readonly last: number; readonly html: string }

function languageAndClasses(attributes: string | undefined, language: string | undefined) {
  if (attributes === undefined) return { classes: [], language: language ?? '', options: '' }
  const classes = [...attributes.matchAll(/(?:^|\s)\.([^\s.#=}]+)/g)].map((match) => match[1] ?? '')
  return { classes: classes.slice(1), language: classes[0] ?? '', options: attributes }
}

/** Finds fenced blocks as Python-Markdown does: both fences at the line's very start, the same length, nothing behind the closing one. */
export class FenceFinder {
  /** From which line on a closing fence is known to be missing, by fence. */
  private readonly unclosed = new Map<string, number>()

  constructor(
    private readonly lines: SourceLines,
    private readonly syntax: Syntax,
  ) {}

  /** The fenced block that line `index` opens. `onLookedTo` hears how far the search went. */
  at(index: number, onLookedTo: (line: number) => void): Fence | null {
    const line = this.syntax.fencedCode ? this.lines.at(index) : undefined
    if (line === undefined || !(line.text.startsWith('```') || line.text.startsWith('~~~'))) return null
    const opening = openingLine.exec(line.text)
    const fence = opening?.[1]
    if (!opening || fence === undefined) return null
    const last = this.findClosing(fence, index + 1, onLookedTo)
    if (last === null) return null
    const code: string[] = []
    for (let inner = index + 1; inner < last; inner++) code.push(this.lines.at(inner)?.text ?? '')
    const info = languageAndClasses(opening[2], opening[3])
    const options = info.options || (/hl_lines=.*$/.exec(line.text)?.[0] ?? '')
    return { last, html: codeBlockHtml(code.join('\n'), { ...info, options }, this.syntax) }
  }

  private findClosing(fence: string, from: number, onLookedTo: (line: number) => void): number | null {
    const missingFrom = this.unclosed.get(fence)
    if (missingFrom !== undefined && from >= missingFrom) {
      onLookedTo(Number.POSITIVE_INFINITY)
      return null
    }
    for (let index = from; ; index++) {
      const line = this.lines.at(index)
      if (line === undefined) {
        this.unclosed.set(fence, from)
        onLookedTo(Number.POSITIVE_INFINITY)
        return null
      }
      if (line.text.startsWith(fence) && /^ *$/.test(line.text.slice(fence.length))) {
        onLookedTo(index)
        return index
      }
    }
  }
}
