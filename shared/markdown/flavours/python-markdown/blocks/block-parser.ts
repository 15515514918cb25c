import type { Reference } from '../../../dialect'
import type { Element } from '../element'
import { RawHtmlStash } from '../stash'
import { pythonMarkdownDefaults, type Syntax, syntaxOf } from '../syntax'
import { abbreviationProcessor } from './abbreviation'
import { admonitionProcessor } from './admonition'
import { codeProcessor, emptyProcessor } from './code'
import { definitionListProcessor } from './definition-list'
import { footnoteProcessor } from './footnote'
import { hashHeadingProcessor, ruleProcessor, setextHeadingProcessor } from './heading'
import { htmlElementProcessor } from './html-element'
import {
  definitionIndentProcessor,
  listIndentProcessor,
  orderedListProcessor,
  unorderedListProcessor,
} from './list'
import { paragraphProcessor } from './paragraph'
import { quoteProcessor } from './quote'
import { referenceProcessor } from './reference'
import { tableProcessor } from './table'

/** What a nested processor finds itself in; the innermost counts. */
export type BlockState = 'list' | 'looselist' | 'detabbed' | 'blockquote'

/**
 * One kind of block. `run` takes the first of `blocks` and may put parts of it back; it returns false, with `blocks` as they were, where the
 * next processor should try.
 */
export type BlockProcessor = {
  test(parent: Element, block: string, parser: BlockParser): boolean
  run(parent: Element, blocks: string[], parser: BlockParser): boolean
}

/** In the order of Python-Markdown 3.4 blockprocessors.py, with those of the extensions that are on at their priorities. */
function processorsOf(syntax: Syntax): readonly BlockProcessor[] {
  const only = (isOn: boolean, processor: BlockProcessor): readonly BlockProcessor[] =>
    isOn ? [processor] : []
  return [
    ...only(syntax.markdownInHtml, htmlElementProcessor),
    ...only(syntax.admonitions, admonitionProcessor),
    emptyProcessor,
    listIndentProcessor,
    ...only(syntax.definitionLists, definitionIndentProcessor),
    codeProcessor,
    ...only(syntax.tables, tableProcessor),
    hashHeadingProcessor,
    setextHeadingProcessor,
    ruleProcessor,
    orderedListProcessor,
    unorderedListProcessor,
    ...only(syntax.definitionLists, definitionListProcessor),
    quoteProcessor,
    ...only(syntax.footnotes, footnoteProcessor),
    ...only(syntax.abbreviations, abbreviationProcessor),
    referenceProcessor,
    paragraphProcessor,
  ]
}

const defaultSyntax = syntaxOf(pythonMarkdownDefaults)
const known = new WeakMap<Syntax, readonly BlockProcessor[]>()

/** Deeper nesting is left as text: Python-Markdown stops quotes near Python's own recursion limit. */
const maxDepth = 150

/** Builds the tree of blocks, and collects what is defined on the way. */
export class BlockParser {
  readonly references = new Map<string, Reference>()
  /** Source of each footnote by label, in order of first definition. */
  readonly footnotes = new Map<string, string>()
  /** What each abbreviation is short for, in order of last definition. */
  readonly abbreviations = new Map<string, string>()
  private readonly states: BlockState[] = []
  private readonly processors: readonly BlockProcessor[]
  private depth = 0

  /** `rawHtml` holds what placeholders in the texts stand for. */
  constructor(
    syntax: Syntax = defaultSyntax,
    readonly rawHtml: RawHtmlStash = new RawHtmlStash('s'),
  ) {
    this.processors = known.get(syntax) ?? processorsOf(syntax)
    known.set(syntax, this.processors)
  }

  /** Whether the innermost state is `state`. */
  isIn(state: BlockState): boolean {
    return this.states.at(-1) === state
  }

  /** Whether blocks are nested so deeply that no container is opened any more. */
  isTooDeep(): boolean {
    return this.depth > maxDepth
  }

  /** Runs `parse` inside of `state`. */
  within(state: BlockState, parse: () => void): void {
    this.states.push(state)
    parse()
    this.states.pop()
  }

  /** Parses text in which blank lines separate the blocks. */
  parseChunk(parent: Element, text: string): void {
    this.parseBlocks(parent, text.split('\n\n'))
  }

  /** Parses `blocks` into `parent`; takes them all. */
  parseBlocks(parent: Element, blocks: string[]): void {
    this.depth++
    while (blocks.length > 0) {
      const block = blocks[0] ?? ''
      const taken = this.processors.some(
        (processor) => processor.test(parent, block, this) && processor.run(parent, blocks, this),
      )
      if (!taken) blocks.shift()
    }
    this.depth--
  }
}
