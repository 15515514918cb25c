/** Counts the line breaks of a text from one place to the next. */
export class LineBreaks {
  private readonly hasReturns: boolean
  private next: number

  constructor(private readonly text: string) {
    this.hasReturns = text.includes('\r')
    this.next = this.find(0)
  }

  /** Line breaks that begin before `offset`, since the last call. */
  upTo(offset: number): number {
    let count = 0
    while (this.next < offset) {
      count++
      const isPair = this.text[this.next] === '\r' && this.text[this.next + 1] === '\n'
      this.next = this.find(this.next + (isPair ? 2 : 1))
    }
    return count
  }

  /** The next break at `from` or behind it; the text's length where there is none. */
  private find(from: number): number {
    const feed = this.text.indexOf('\n', from)
    const end = feed < 0 ? this.text.length : feed
    if (!this.hasReturns) return end
    const before = this.text.slice(from, end).indexOf('\r')
    return before < 0 ? end : from + before
  }
}
