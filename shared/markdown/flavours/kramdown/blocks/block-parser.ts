import type { Reference } from '../../../dialect'
import type { AttributeList } from '../attribute-lists'
import { type Block, type Container, container, type Parent } from '../block'
import type { KramdownOptions } from '../options'
import { Source } from '../source'
import { indentedCodeRule } from './code'
import { abbreviationRule, footnoteRule, referenceRule } from './definitions'
import { descriptionRule } from './descriptions'
import { blockAttributesRule, endOfBlockRule } from './extensions'
import { fenceRule } from './fence'
import { hashHeadingRule, underlinedHeadingRule } from './headings'
import { htmlRule } from './html'
import { listRule } from './list'
import { blankRule, mathRule, paragraphRule, quoteRule, rulerRule } from './simple'
import { tableRule } from './table'

/** Takes what stands at the source's position; false when it is nothing of its kind. */
export type BlockRule = (parser: BlockParser) => boolean

// In the order of kramdown 2.4 kramdown.rb with the parser GFM.
const rules: readonly BlockRule[] = [
  blankRule,
  indentedCodeRule,
  fenceRule,
  quoteRule,
  hashHeadingRule,
  rulerRule,
  listRule,
  descriptionRule,
  htmlRule,
  underlinedHeadingRule,
  mathRule,
  tableRule,
  footnoteRule,
  referenceRule,
  abbreviationRule,
  blockAttributesRule,
  endOfBlockRule,
  paragraphRule,
]

/** Deeper nesting is left as text. */
const maxDepth = 100

/** The options that decide what is a block. */
export type ParserOptions = Pick<KramdownOptions, 'gfm' | 'parseBlockHtml'>

/** What a stretch of the document defines for the whole of it. */
export class Definitions {
  constructor(readonly options: ParserOptions) {}

  readonly references = new Map<string, Reference & { readonly block: Block }>()
  readonly footnotes = new Map<string, Container>()
  readonly abbreviations = new Map<string, { readonly title: string; readonly block: Block }>()
  /** Attribute lists with a name, as text. */
  readonly namedLists = new Map<string, string>()
}

/** Parses blocks into one parent. */
export class BlockParser {
  /** Attributes for the block that comes next. */
  pending: AttributeList | null = null
  /** The element whose content this is was closed. */
  isClosed = false

  constructor(
    readonly source: Source,
    readonly parent: Parent,
    readonly definitions: Definitions,
    readonly depth = 0,
  ) {}

  get children(): Block[] {
    return this.parent.children
  }

  get last(): Block | undefined {
    return this.parent.children.at(-1)
  }

  /** Whether blocks are nested so deeply that no container is opened any more. */
  get isTooDeep(): boolean {
    return this.depth > maxDepth
  }

  /** Whether what stands here is separated from what stands before it, as some blocks have to be. */
  get isAfterBoundary(): boolean {
    const type = this.last?.type
    return type === undefined || type === 'blank' || type === 'end' || this.pending !== null
  }

  /** Adds a block; it gets the attributes that were given in advance. */
  add<Added extends Block>(block: Added): Added {
    this.give(block)
    this.children.push(block)
    return block
  }

  /** Gives a block the attributes that were given in advance. */
  give(block: Block): void {
    if (this.pending === null) return
    block.list = this.pending
    this.pending = null
  }

  /** Takes one block. */
  step(): void {
    rules.some((rule) => rule(this))
  }

  /** Takes blocks to the source's end, or to the tag that closes the parent. */
  parse(): void {
    while (!this.source.isAtEnd && !this.isClosed) this.step()
  }

  /** Parses `text` as the content of `parent`. */
  parseInto(parent: Parent, text: string): void {
    new BlockParser(new Source(text), parent, this.definitions, this.depth + 1).parse()
  }

  /** Parses what follows in the same source as the content of `parent`. */
  continueInto(parent: Parent): void {
    new BlockParser(this.source, parent, this.definitions, this.depth + 1).parse()
  }
}

/** The blocks of `text`, by themselves. */
export function parseBlocks(text: string, definitions: Definitions): Container {
  const root = container('root')
  new BlockParser(new Source(text), root, definitions).parse()
  return root
}
