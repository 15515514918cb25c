import { type Token, tokenise } from './tokens'

/** A template as a tree. Offsets are those of its source. */
export type LiquidNode =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'output'; readonly from: number; readonly to: number; readonly markup: string }
  | {
      readonly kind: 'tag' | 'unknown-tag'
      readonly from: number
      readonly to: number
      readonly name: string
      readonly markup: string
    }
  | {
      readonly kind: 'block'
      readonly from: number
      /** Where the opening tag ends. */
      readonly to: number
      readonly name: string
      readonly branches: readonly Branch[]
    }
  /** What stops a build. */
  | { readonly kind: 'stop'; readonly from: number; readonly to: number; readonly message: string }

/** A tag that stands alone. */
export type TagNode = Extract<LiquidNode, { kind: 'tag' | 'unknown-tag' }>

/** A tag with what stands between it and the one that closes it. */
export type BlockNode = Extract<LiquidNode, { kind: 'block' }>

/** A block's content from one of its tags to the next: `if`, `elsif`, `else`. */
export type Branch = { readonly name: string; readonly markup: string; readonly nodes: readonly LiquidNode[] }

/** Tags that may divide a block. */
const dividers: { readonly [block: string]: readonly string[] } = {
  if: ['elsif', 'else'],
  unless: ['elsif', 'else'],
  case: ['when', 'else'],
  for: ['else'],
  tablerow: [],
  capture: [],
  highlight: [],
}

const generalTags = [
  'assign',
  'include',
  'increment',
  'decrement',
  'cycle',
  'break',
  'continue',
  'echo',
  'liquid',
  '#',
]
const ownTags = {
  jekyll: ['include_relative', 'post_url', 'link', 'render'],
  eleventy: ['render', 'layout'],
} as const

const maxDepth = 100

/** Parses a template as the generator's Liquid reads it. Never throws: what the generator refuses is a `stop` node. */
export function parseLiquid(source: string, generator: 'jekyll' | 'eleventy'): readonly LiquidNode[] {
  const blocks = Object.keys(dividers).filter((name) => generator === 'jekyll' || name !== 'highlight')
  return new Parser(source, new Set(blocks), new Set([...generalTags, ...ownTags[generator]])).parse()
}

type OpenBlock = {
  readonly opener: Extract<Token, { kind: 'output' | 'tag' }>
  readonly branches: { name: string; markup: string; nodes: LiquidNode[] }[]
}

class Parser {
  private readonly root: LiquidNode[] = []
  private readonly open: OpenBlock[] = []
  private readonly unknownNames = new Set<string>()
  private commentDepth = 0
  private comment: Token | null = null

  constructor(
    private readonly source: string,
    private readonly blocks: ReadonlySet<string>,
    private readonly tags: ReadonlySet<string>,
  ) {}

  parse(): readonly LiquidNode[] {
    const tokens = tokenise(this.source)
    for (const [index, token] of tokens.entries()) {
      if (this.skipsComment(token)) continue
      if (token.kind === 'text') this.add(this.trimmed(token, tokens[index - 1], tokens[index + 1]))
      else if (token.kind === 'broken') this.add({ ...token, kind: 'stop' })
      else if (token.kind === 'output')
        this.add({ kind: 'output', from: token.from, to: token.to, markup: token.markup })
      else this.tag(token)
    }
    if (this.comment) this.stop(this.comment, '“comment” is never closed')
    for (let block = this.open.pop(); block; block = this.open.pop()) {
      this.stop(block.opener, `“${block.opener.name}” is never closed`)
      for (const branch of block.branches) for (const node of branch.nodes) this.add(node)
    }
    return this.root
  }

  private skipsComment(token: Token): boolean {
    if (token.kind === 'tag' && token.name === 'comment') {
      this.comment ??= token
      this.commentDepth++
      return true
    }
    if (this.commentDepth === 0) return false
    if (token.kind === 'tag' && token.name === 'endcomment') this.commentDepth--
    if (this.commentDepth === 0) this.comment = null
    return true
  }

  private trimmed(token: Extract<Token, { kind: 'text' }>, before?: Token, behind?: Token): LiquidNode {
    let { from, to } = token
    if (token.isRaw) return { kind: 'text', from, to }
    const isSpace = (index: number): boolean => /\s/.test(this.source[index] ?? '')
    if (before && 'trimsAfter' in before && before.trimsAfter) while (from < to && isSpace(from)) from++
    if (behind && 'trimsBefore' in behind && behind.trimsBefore) while (to > from && isSpace(to - 1)) to--
    return { kind: 'text', from, to }
  }

  private add(node: LiquidNode): void {
    const nodes = this.open.at(-1)?.branches.at(-1)?.nodes ?? this.root
    nodes.push(node)
  }

  private stop({ from, to }: { readonly from: number; readonly to: number }, message: string): void {
    this.add({ kind: 'stop', from, to, message })
  }

  private tag(token: Extract<Token, { kind: 'output' | 'tag' }>): void {
    const { name, from, to, markup } = token
    const block = this.open.at(-1)
    if (name === 'raw' || name === 'endraw') return
    if (this.blocks.has(name)) {
      if (this.open.length >= maxDepth) this.stop(token, 'tags are nested too deep')
      else this.open.push({ opener: token, branches: [{ name, markup, nodes: [] }] })
    } else if (block && dividers[block.opener.name]?.includes(name)) {
      block.branches.push({ name, markup, nodes: [] })
    } else if (block && name === `end${block.opener.name}`) {
      this.open.pop()
      this.add({
        kind: 'block',
        from: block.opener.from,
        to: block.opener.to,
        name: block.opener.name,
        branches: block.branches,
      })
    } else if (this.tags.has(name)) this.add({ kind: 'tag', from, to, name, markup })
    else if (name.startsWith('end') && this.unknownNames.has(name.slice(3))) return
    else {
      this.unknownNames.add(name)
      this.add({ kind: 'unknown-tag', from, to, name, markup })
    }
  }
}
