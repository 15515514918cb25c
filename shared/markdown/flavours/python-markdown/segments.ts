import type { Reference, ScannedBlock } from '../../dialect'
import { BlockParser } from './blocks/block-parser'
import { mayDescribe } from './blocks/definition-list'
import { indent } from './blocks/indentation'
import { type Chunk, ChunkReader } from './chunks'
import { Element } from './element'
import { SourceLines } from './source-lines'
import { RawHtmlStash, type RawPiece } from './stash'
import type { Syntax } from './syntax'
import { TextFeed } from './text-feed'

/** A run of top-level blocks that do not touch what stands before or behind them. */
export type Segment = {
  readonly root: Element
  /** Each footnote defined here, as blocks. */
  readonly notes: ReadonlyMap<string, Element>
  /** The raw HTML that placeholders in the texts stand for. */
  readonly rawHtml: ReadonlyMap<string, RawPiece>
}

type Open = {
  readonly root: Element
  readonly parser: BlockParser
  readonly rawHtml: Map<string, RawPiece>
  readonly start: number
  end: number
}

/** Chunks that are parsed at once: an indented one may go on a footnote of the one before. */
type Run = { readonly text: string; readonly end: number }

/** The pieces between blank lines, as they would stand in a split of the whole text. */
function blocksOf(text: string): string[] {
  const blocks = text.split('\n\n')
  if (blocks.at(-1) === '') blocks.pop()
  return blocks
}

/** What else of the next run goes on the block before it, by the block's tag. Indented text goes on all of them. */
const continuations: Readonly<Record<string, RegExp>> = {
  ul: /^ {0,3}(?:[*+-]|\d+\.) /,
  ol: /^ {0,3}(?:[*+-]|\d+\.) /,
  blockquote: /^ {0,3}>/,
  pre: /^$/,
}

/**
 * Whether text behind `previous` could become part of its last block, as a list's next item does. A definition shows nothing, so what stands
 * behind it on its lines could.
 */
function mayContinue(previous: Element, text: string, syntax: Syntax): boolean {
  const start = text.replace(/^\n+/, '')
  if (start.startsWith(indent)) return true
  // a description's terms may stand before it, and where nothing does it is none; a paragraph behind a list may be its next term
  if (syntax.definitionLists && (mayDescribe(start) || previous.last()?.tag === 'dl')) return true
  const continuation = continuations[previous.last()?.tag ?? '']
  return continuation !== undefined && (continuation.test(start) || /^(?: {0,3}|\*)\[/.test(start))
}

/** Reads segments from an offset on, one at a time. */
class SegmentReader {
  private readonly lines: SourceLines
  private readonly stash = new RawHtmlStash('s')
  private readonly feed: TextFeed
  private readonly chunks: ChunkReader
  private ahead: Chunk | null
  private position: number

  constructor(
    private readonly text: string,
    from: number,
    private readonly syntax: Syntax,
  ) {
    this.lines = new SourceLines(text, from)
    this.feed = new TextFeed(this.lines, this.stash, syntax)
    this.chunks = new ChunkReader(this.feed, this.stash, syntax)
    this.ahead = this.chunks.next()
    this.position = from
  }

  *read(): Generator<ScannedBlock<Segment>> {
    let open: Open | null = null
    for (let run = this.nextRun(); run; run = this.nextRun()) {
      if (open && mayContinue(open.root, run.text, this.syntax)) {
        open.parser.parseBlocks(open.root, blocksOf(run.text))
        this.stash.piecesIn(run.text, open.rawHtml)
        open.end = run.end
        this.position = run.end
        continue
      }
      const next = this.open(run)
      if (open && next.root.children.length === 0) this.absorb(open, next)
      else {
        if (open) yield this.close(open)
        open = next
      }
    }
    const last = open ?? this.open({ text: '', end: this.text.length })
    if (this.text !== '') yield this.close({ ...last, end: this.text.length })
  }

  private nextRun(): Run | null {
    if (this.ahead === null) return null
    let { text, endLine } = this.ahead
    this.ahead = this.chunks.next()
    while (this.ahead?.text.replace(/^\n+/, '').startsWith(indent)) {
      text += this.ahead.text
      endLine = this.ahead.endLine
      this.ahead = this.chunks.next()
    }
    return { text, end: this.lines.at(endLine)?.start ?? this.text.length }
  }

  private open(run: Run): Open {
    const parser = new BlockParser(this.syntax, this.stash)
    const root = new Element('div')
    parser.parseBlocks(root, blocksOf(run.text))
    const start = this.position
    this.position = run.end
    return { root, parser, rawHtml: this.stash.piecesIn(run.text), start, end: run.end }
  }

  /** A run that only defines something is part of the segment before it: a list goes on behind it. */
  private absorb(open: Open, definitions: Open): void {
    for (const [label, reference] of definitions.parser.references)
      open.parser.references.set(label, reference)
    for (const [label, note] of definitions.parser.footnotes) open.parser.footnotes.set(label, note)
    for (const [short, meaning] of definitions.parser.abbreviations) {
      open.parser.abbreviations.delete(short)
      open.parser.abbreviations.set(short, meaning)
    }
    for (const [key, piece] of definitions.rawHtml) open.rawHtml.set(key, piece)
    open.end = definitions.end
  }

  private close(open: Open): ScannedBlock<Segment> {
    const notes = parseNotes(open.parser)
    const references: ReadonlyMap<string, Reference> = open.parser.references
    return {
      start: open.start,
      end: open.end,
      reach: Math.max(open.end, this.lines.at(this.feed.lookedToLine)?.start ?? this.text.length),
      kind: open.root.children.map((child) => child.tag).join(' '),
      parsed: { root: open.root, notes, rawHtml: open.rawHtml },
      references,
      footnotes: [...notes.keys()],
      abbreviations: open.parser.abbreviations,
    }
  }
}

/** The footnotes' texts as blocks; what they define in turn counts as defined by the document. */
function parseNotes(parser: BlockParser): ReadonlyMap<string, Element> {
  const notes = new Map<string, Element>()
  for (const [label, text] of parser.footnotes) {
    const note = new Element('div')
    parser.parseChunk(note, text)
    notes.set(label, note)
  }
  return notes
}

/** See `Dialect.scan`. */
export function scanSegments(text: string, from: number, syntax: Syntax): Iterator<ScannedBlock<Segment>> {
  return new SegmentReader(text, from, syntax).read()
}
