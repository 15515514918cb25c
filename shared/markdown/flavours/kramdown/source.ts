/** A regular expression for `Source`: it has to be sticky. */
type Pattern = RegExp

/** Text that block rules read from front to back. It ends with a line break, and tells how far the rules have looked. */
export class Source {
  position = 0
  /** Text from here on had no say in what was read: at least to the end of the line behind the position. */
  private seen = 0

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.position >= this.text.length
  }

  get rest(): string {
    return this.text.slice(this.position)
  }

  /** How far rules have looked so far, the line at the position included. */
  get reach(): number {
    return Math.max(this.seen, this.endOfLine())
  }

  /** Where the line that holds `from` ends, its line break included. */
  endOfLine(from = this.position): number {
    const end = this.text.indexOf('\n', from)
    return end < 0 ? this.text.length : end + 1
  }

  /** Notes that a rule has looked at everything before `end`, further than its own lines. */
  look(end: number): void {
    this.seen = Math.max(this.seen, end)
  }

  /** What `pattern` matches at the position. */
  match(pattern: Pattern): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)
    if (found) this.look(pattern.lastIndex)
    return found
  }

  test(pattern: Pattern): boolean {
    return this.match(pattern) !== null
  }

  /** Like `match`, and moves behind it. */
  take(pattern: Pattern): RegExpExecArray | null {
    const found = this.match(pattern)
    if (found) this.position += found[0].length
    return found
  }

  /** The line at the position, its line break included; moves behind it. */
  takeLine(): string {
    const end = this.endOfLine()
    const line = this.text.slice(this.position, end)
    this.position = end
    return line
  }

  /** Notes that a rule has looked for the brace that closes an attribute list. */
  lookForBrace(): void {
    let at = this.position
    do at = this.find('}', at + 1)
    while (at >= 0 && this.text[at - 1] === '\\')
  }

  /** Where `part` is found from `from` on, or -1; the whole text was looked at then. */
  find(part: string, from: number): number {
    const at = this.text.indexOf(part, from)
    this.look(at < 0 ? this.text.length : at + part.length)
    return at
  }
}
