import { FenceFinder } from './fences'
import type { SourceLines } from './source-lines'
import type { RawHtmlStash } from './stash'
import type { Syntax } from './syntax'

const firstGrowthLines = 16

/**
 * The text behind the fenced-code preprocessor, produced as far as it is needed: fenced blocks are placeholders on lines of their own.
 * Remembers which source line each of its lines came from and how far into the source anything was looked at.
 */
export class TextFeed {
  /** What was produced so far and not let go; always whole lines, each with its line feed. */
  text = ''
  /** The source line behind the last one looked at; infinite when the end of the document was looked for. */
  lookedToLine = 0
  private readonly sourceLineOf: number[] = []
  private readonly fences: FenceFinder
  private nextLine = 0
  private growthLines = firstGrowthLines

  constructor(
    private readonly lines: SourceLines,
    private readonly stash: RawHtmlStash,
    syntax: Syntax,
  ) {
    this.fences = new FenceFinder(lines, syntax)
  }

  /** Produces more text, twice as much as the time before; false at the document's end. */
  grow(): boolean {
    const from = this.nextLine
    let added = ''
    while (this.nextLine - from < this.growthLines) {
      const piece = this.produce()
      if (piece === null) break
      added += piece
    }
    this.growthLines *= 2
    this.text += added
    this.lookedToLine = Math.max(this.lookedToLine, this.nextLine)
    if (added === '') this.lookedToLine = Number.POSITIVE_INFINITY
    return added !== ''
  }

  /**
   * Starts small again, once a chunk is done, and lets go of the text's first `consumed` characters: a text that only grew would be copied
   * whole with each growth.
   */
  settle(consumed: number): void {
    this.growthLines = firstGrowthLines
    this.text = this.text.slice(consumed)
  }

  /** The source line that line `index` of the text came from; behind the last, the line that comes next. */
  sourceLine(index: number): number {
    return this.sourceLineOf[index] ?? this.nextLine
  }

  private produce(): string | null {
    const line = this.lines.at(this.nextLine)
    if (line === undefined) return null
    const fence = this.fences.at(this.nextLine, (lookedTo) => {
      this.lookedToLine = Math.max(this.lookedToLine, lookedTo + 1)
    })
    if (fence === null) {
      this.sourceLineOf.push(this.nextLine)
      this.nextLine++
      return `${line.text}\n`
    }
    this.sourceLineOf.push(this.nextLine, this.nextLine, fence.last)
    this.nextLine = fence.last + 1
    return `\n${this.stash.store(fence.html)}\n\n`
  }
}
