import type { Reference, ScannedBlock } from '../../dialect'
import { attributeListText } from './attribute-lists'
import { container } from './block'
import { BlockParser, Definitions, type ParserOptions } from './blocks/block-parser'
import { descriptionLine } from './patterns'
import { namedListLabel, writeReference } from './references'
import { Source } from './source'

/** Text that begins behind a blank line and ends with one, and whose blocks do not touch what stands before or behind: its source. */
export type Segment = string

/** The same characters in memory of their own: a segment must not hold every old text. */
function detach(text: string): string {
  return ` ${text}`.slice(1)
}

/** The text from an offset on as kramdown reads it, and the way back to the offsets of the text. */
class NormalisedText {
  readonly source: string
  private readonly hasReturns: boolean
  private at = 0
  private original: number

  constructor(
    private readonly text: string,
    from: number,
  ) {
    const rest = text.slice(from)
    this.original = from
    this.hasReturns = rest.includes('\r')
    const clean = rest.includes('\0') ? rest.replaceAll('\0', '\ufffd') : rest
    const unix = this.hasReturns ? clean.replace(/\r\n?/g, '\n') : clean
    this.source = unix.endsWith('\n') || unix === '' ? unix : `${unix}\n`
  }

  /** The offset in the text of one in the source; offsets are asked for in order. */
  offsetOf(position: number): number {
    if (position < this.at) throw new RangeError('offsets are asked for in order')
    if (!this.hasReturns) this.original += position - this.at
    else {
      for (let step = this.at; step < position; step++) {
        this.original += this.text.startsWith('\r\n', this.original) ? 2 : 1
      }
    }
    this.at = position
    return Math.min(this.original, this.text.length)
  }

  /** Like `offsetOf`, for a place further on, which may be asked for again. */
  offsetAhead(position: number): number {
    const { at, original } = this
    const offset = this.offsetOf(Math.max(position, at))
    this.at = at
    this.original = original
    return offset
  }
}

/** Whether what stands at the position has nothing to do with the blocks before it. */
function isApart(parser: BlockParser): boolean {
  return (
    parser.pending === null &&
    parser.last?.type === 'blank' &&
    // a further list of descriptions would go on this one
    parser.children.at(-2)?.type !== 'descriptions' &&
    parser.children.some(({ type }) => type !== 'blank') &&
    !parser.source.test(descriptionLine)
  )
}

function referencesOf(definitions: Definitions): ReadonlyMap<string, Reference> {
  const references = new Map<string, Reference>()
  for (const [label, { href, title, block }] of definitions.references) {
    const attributes = block.list ? attributeListText(block.list) : ''
    const whole = detach(writeReference(href, attributes))
    references.set(detach(label), { href: whole, title: title === null ? null : detach(title) })
  }
  for (const [name, list] of definitions.namedLists) {
    references.set(namedListLabel(name), { href: detach(list), title: null })
  }
  return references
}

function abbreviationsOf(definitions: Definitions): ReadonlyMap<string, string> {
  return new Map(
    [...definitions.abbreviations].map(([short, { title, block }]) => {
      const attributes = block.list ? attributeListText(block.list) : ''
      return [detach(short), detach(writeReference(title, attributes))]
    }),
  )
}

/** See `Dialect.scan`. */
export function* scanSegments(
  text: string,
  from: number,
  options: ParserOptions,
): Generator<ScannedBlock<Segment>> {
  const normalised = new NormalisedText(text, from)
  const source = new Source(normalised.source)
  while (!source.isAtEnd) {
    const definitions = new Definitions(options)
    const first = source.position
    const start = normalised.offsetOf(first)
    const parser = new BlockParser(source, container('root'), definitions)
    while (!source.isAtEnd && !isApart(parser)) parser.step()
    const end = normalised.offsetOf(source.position)
    yield {
      start,
      end,
      reach: Math.max(end, normalised.offsetAhead(source.reach)),
      kind: '',
      parsed: detach(source.text.slice(first, source.position)),
      references: referencesOf(definitions),
      footnotes: [...definitions.footnotes.keys()].map(detach),
      abbreviations: abbreviationsOf(definitions),
    }
  }
}
