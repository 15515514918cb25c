import { jsonLanguage } from '@codemirror/lang-json'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { yamlLanguage } from '@codemirror/lang-yaml'
import { defineLanguageFacet, Language, LanguageSupport, StreamLanguage } from '@codemirror/language'
import { type Input, NodeType, Parser, type PartialParse, Tree, type TreeFragment } from '@lezer/common'
import { styleTags, tags } from '@lezer/highlight'
import type { Located, LocateOptions, Range } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { isSettled } from './front-matter-field'
import { pelicanHeaders } from './pelican-headers'
import { fragmentsWithin, unchangedTree } from './section-fragments'
import { tomlLines } from './toml-lines'

type Found = Extract<Located, { kind: 'found' }>

const postData = defineLanguageFacet()
const body = markdown({ base: markdownLanguage })

const blockParsers: Readonly<Record<Found['language'], Parser>> = {
  yaml: yamlLanguage.parser,
  json: jsonLanguage.parser,
  toml: StreamLanguage.define(tomlLines).parser,
  pelican: StreamLanguage.define(pelicanHeaders).parser,
}

const postType = NodeType.define({ id: 0, name: 'Post', top: true })
const markType = NodeType.define({
  id: 1,
  name: 'FrontMatterMark',
  props: [styleTags({ FrontMatterMark: tags.processingInstruction })],
})
const bodyType = NodeType.define({ id: 2, name: 'PostBody' })
const blockTypes: Readonly<Record<Found['language'], NodeType>> = {
  yaml: NodeType.define({ id: 3, name: 'YAMLFrontMatter' }),
  json: NodeType.define({ id: 4, name: 'JSONFrontMatter' }),
  toml: NodeType.define({ id: 5, name: 'TOMLFrontMatter' }),
  pelican: NodeType.define({ id: 6, name: 'PelicanFrontMatter' }),
}

/**
 * Markdown below front matter in its own language, wherever that begins and ends after an edit. The front matter is never read as
 * Markdown, where `---` is a heading or a line; an edit in the one parses nothing of the other.
 */
export function postLanguage(locate: LocateOptions): LanguageSupport {
  return new LanguageSupport(new Language(postData, new PostParser(locate), [], 'post'), body.support)
}

/** See `postLanguage`. Works on whole documents. */
export class PostParser extends Parser {
  readonly #locate: LocateOptions

  constructor(locate: LocateOptions) {
    super()
    this.#locate = locate
  }

  override createParse(input: Input, fragments: readonly TreeFragment[]): PartialParse {
    return new PostParse(input, fragments, locateIn(input, this.#locate))
  }
}

const firstReadLength = 8192

/** Reads no more of the text than the front matter takes. */
function locateIn(input: Input, options: LocateOptions): Located {
  for (let length = firstReadLength; ; length *= 16) {
    const text = input.read(0, Math.min(length, input.length))
    const located = locateFrontMatter(text, options)
    if (length >= input.length || isSettled(located, text)) return located
  }
}

/** First the block, then the body. */
class PostParse implements PartialParse {
  readonly #input: Input
  readonly #fragments: readonly TreeFragment[]
  readonly #found: Found | null
  readonly #bodyFrom: number
  #block: Tree | null = null
  #current: PartialParse
  stoppedAt: number | null = null

  constructor(input: Input, fragments: readonly TreeFragment[], located: Located) {
    this.#input = input
    this.#fragments = fragments
    this.#found = located.kind === 'found' ? located : null
    this.#bodyFrom = this.#found?.bodyFrom ?? 0
    this.#current = this.#found === null ? this.#beginBody() : this.#beginBlock(this.#found)
  }

  get parsedPos(): number {
    return this.#current.parsedPos
  }

  stopAt(position: number): void {
    this.stoppedAt = position
    this.#current.stopAt(position)
  }

  advance(): Tree | null {
    const tree = this.#current.advance()
    if (tree === null) return null
    if (this.#found === null || this.#block !== null) return this.#finish(tree)
    this.#block = tree
    if (this.#bodyFrom >= (this.stoppedAt ?? this.#input.length)) return this.#finish(null)
    this.#current = this.#beginBody()
    if (this.stoppedAt !== null) this.#current.stopAt(this.stoppedAt)
    return null
  }

  #beginBlock({ language, block }: Found): PartialParse {
    return this.#beginSection(blockTypes[language], blockParsers[language], block)
  }

  #beginBody(): PartialParse {
    const range = { from: this.#bodyFrom, to: this.#input.length }
    return this.#beginSection(bodyType, body.language.parser, range)
  }

  #beginSection(type: NodeType, parser: Parser, range: Range): PartialParse {
    const fragments = fragmentsWithin(this.#fragments, type)
    const same = range.from === range.to ? Tree.empty : unchangedTree(fragments, range)
    if (same !== null) return new FinishedParse(same, range.to)
    return parser.startParse(this.#input, fragments, [range])
  }

  #finish(bodyTree: Tree | null): Tree {
    const children: Tree[] = []
    const positions: number[] = []
    const add = (type: NodeType, from: number, length: number, inside: Tree | null) => {
      if (length <= 0) return
      children.push(new Tree(type, inside === null ? [] : [inside], inside === null ? [] : [0], length))
      positions.push(from)
    }
    let end = this.#bodyFrom
    if (this.#found !== null) {
      const { open, block, close, language } = this.#found
      const blockLength = this.#block?.length ?? 0
      add(markType, open.from, open.to - open.from, null)
      add(blockTypes[language], block.from, blockLength, this.#block)
      if (block.from + blockLength < block.to) end = block.from + blockLength
      else add(markType, close.from, close.to - close.from, null)
    }
    if (bodyTree !== null) add(bodyType, end, bodyTree.length, bodyTree)
    return new Tree(postType, children, positions, end + (bodyTree?.length ?? 0))
  }
}

/** A section that needs no parsing. */
class FinishedParse implements PartialParse {
  readonly #tree: Tree
  readonly parsedPos: number
  stoppedAt: number | null = null

  constructor(tree: Tree, parsedPos: number) {
    this.#tree = tree
    this.parsedPos = parsedPos
  }

  advance(): Tree {
    return this.#tree
  }

  stopAt(position: number): void {
    this.stoppedAt = position
  }
}
