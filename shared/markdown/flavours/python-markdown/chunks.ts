import { asksForMarkdown, readElement } from './html-element'
import { serialise } from './serialise'
import { isBlockLevel, type RawHtmlStash } from './stash'
import type { Syntax } from './syntax'
import { type Markup, markupAt, skipIncomplete } from './tag-syntax'
import type { TextFeed } from './text-feed'

/**
 * Text between two places where a blank line separates blocks and no raw HTML is open: `text` as the block parser reads it, raw HTML
 * put aside. `endLine` is the source line behind it.
 */
export type Chunk = { readonly text: string; readonly endLine: number }

const verbatimNames = new Set(['script', 'style'])

/**
 * Splits the feed's text into chunks and puts raw HTML blocks aside, after Python-Markdown 3.4 htmlparser.py (HTMLExtractor): a block-level
 * tag at a line's start begins one, and it ends where its tags are closed.
 */
export class ChunkReader {
  private position = 0
  private line = 0
  private clean = ''
  private lineStart = 0
  /** Behind a raw block, on its last line, the next block-level tag begins another one wherever it stands. */
  private inTail = false

  constructor(
    private readonly feed: TextFeed,
    private readonly stash: RawHtmlStash,
    private readonly syntax: Syntax,
  ) {}

  /** The next chunk; null at the document's end. */
  next(): Chunk | null {
    // where a cut is takes the two characters before it to tell
    const consumed = Math.max(0, Math.min(this.position - 2, this.lineStart))
    this.feed.settle(consumed)
    this.position -= consumed
    this.lineStart -= consumed
    for (;;) {
      if (this.position >= this.feed.text.length && !this.feed.grow()) {
        return this.clean === '' ? null : this.finish('\n\n')
      }
      if (this.isAtCut()) return this.finish()
      const lineEnd = this.feed.text.indexOf('\n', this.position) + 1
      const open = this.feed.text.slice(this.position, lineEnd).indexOf('<')
      if (open === 0) this.readMarkup()
      else this.readText(open < 0 ? lineEnd : this.position + open)
    }
  }

  /** Behind a blank line, before a line that holds something. */
  private isAtCut(): boolean {
    const text = this.feed.text
    return (
      text[this.position] !== '\n' &&
      text[this.position - 1] === '\n' &&
      text[this.position - 2] === '\n' &&
      this.clean.trim() !== ''
    )
  }

  private readText(end: number): void {
    this.take(end)
    if (this.feed.text[end - 1] !== '\n') return
    this.line++
    this.lineStart = end
    this.inTail = false
  }

  private take(end: number): void {
    this.clean += this.feed.text.slice(this.position, end)
    this.position = end
  }

  /** `ending` closes the document's last block, as every other is closed by a blank line. */
  private finish(ending = ''): Chunk {
    const chunk = { text: this.clean + ending, endLine: this.feed.sourceLine(this.line) }
    this.clean = ''
    return chunk
  }

  private isAtLineStart(): boolean {
    const before = this.feed.text.slice(this.lineStart, this.position)
    return before.length <= 3 && before.trim() === ''
  }

  private readMarkup(): void {
    const markup = this.completeMarkupAt(this.position)
    if (markup.kind === 'comment') this.readComment(markup.end)
    else if (markup.kind === 'nothing') this.position = markup.end
    else if (markup.kind !== 'start' || !isBlockLevel(markup.name) || !this.mayStartBlock())
      this.takeMarkup(markup.end)
    else if (markup.selfClosing || markup.name === 'hr') this.storeBlock(markup.end)
    else if (this.isMarkdownElement(markup.name, markup.end)) this.storeElement()
    else {
      this.clean += '\n'
      const { end, written } = this.readBlock()
      this.putBlock(this.stash.storeWritten(written), end)
    }
  }

  private mayStartBlock(): boolean {
    return this.inTail || this.isAtLineStart()
  }

  /** Inside a line a comment stays where it is, and any other `<!` or `<?` is text. */
  private readComment(end: number): void {
    if (this.mayStartBlock()) this.storeBlock(end)
    else this.takeMarkup(this.feed.text.startsWith('<!--', this.position) ? end : this.position + 2)
  }

  private completeMarkupAt(at: number): Exclude<Markup, { readonly kind: 'incomplete' }> {
    let isWhole = false
    for (;;) {
      const markup = markupAt(this.feed.text, at, isWhole)
      if (markup.kind !== 'incomplete') return markup
      if (isWhole) return { kind: 'text', end: skipIncomplete(this.feed.text, at) }
      isWhole = !this.feed.grow()
    }
  }

  private takeMarkup(end: number): void {
    this.countLines(end)
    this.take(end)
  }

  private isMarkdownElement(name: string, end: number): boolean {
    return this.syntax.markdownInHtml && asksForMarkdown(name, this.feed.text.slice(this.position, end))
  }

  private storeBlock(end: number): void {
    this.putBlock(this.stash.storeWritten(this.feed.text.slice(this.position, end)), end)
  }

  private storeElement(): void {
    const source = {
      feed: this.feed,
      stash: this.stash,
      markupAt: (at: number) => this.completeMarkupAt(at),
      verbatimEnd: (name: string, from: number) => this.findVerbatimEnd(name, from),
    }
    const { element, end } = readElement(source, this.position, this.inTail)
    this.putBlock(this.stash.storeElement(element, serialise(element, this.syntax)), end)
  }

  private putBlock(placeholder: string, end: number): void {
    this.countLines(end)
    this.position = end
    if (this.clean.endsWith('\n') && !this.clean.endsWith('\n\n')) this.clean += '\n'
    this.clean += `${placeholder}\n\n`
    this.inTail = true
  }

  private countLines(end: number): void {
    const text = this.feed.text
    for (let at = text.indexOf('\n', this.position); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      this.line++
      this.lineStart = at + 1
    }
  }

  /** The raw block that begins here: to behind the tag that closes it, or to the document's end. */
  private readBlock(): { readonly end: number; readonly written: string } {
    const open: string[] = []
    let at = this.position
    let written = ''
    let from = at
    const block = (): { readonly end: number; readonly written: string } => {
      return { end: at, written: written + this.feed.text.slice(from, at) }
    }
    for (;;) {
      at = this.feed.text.indexOf('<', at)
      if (at < 0) {
        at = this.feed.text.length
        if (!this.feed.grow()) return block()
        continue
      }
      const markup = this.completeMarkupAt(at)
      if (markup.kind === 'nothing') {
        written += this.feed.text.slice(from, at)
        from = markup.end
      }
      at = markup.end
      if (markup.kind === 'start' && !markup.selfClosing && markup.name !== 'hr') {
        open.push(markup.name)
        if (verbatimNames.has(markup.name)) at = this.findVerbatimEnd(markup.name, at)
      } else if (markup.kind === 'end') {
        const opened = open.lastIndexOf(markup.name)
        if (opened >= 0) open.length = opened
        if (open.length === 0) return block()
      }
    }
  }

  /** Inside <script> and <style> nothing is markup but their own closing tag. */
  private findVerbatimEnd(name: string, from: number): number {
    const closing = new RegExp(`</\\s*${name}\\s*>`, 'gi')
    for (;;) {
      closing.lastIndex = from
      const match = closing.exec(this.feed.text)
      if (match) return match.index
      if (!this.feed.grow()) return this.feed.text.length
    }
  }
}
