/** A Go template beyond what is worked out here. */
export class BeyondUs extends Error {}

/** An output that is longer than any real one. */
export class TooLong extends BeyondUs {}

/** A part of a shortcode's template. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly words: readonly string[] }
  | { readonly kind: 'set'; readonly name: string; readonly words: readonly string[] }
  | {
      readonly kind: 'if' | 'with'
      readonly words: readonly string[]
      readonly nodes: readonly TemplateNode[]
      readonly otherwise: readonly TemplateNode[]
    }

const word = /"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|[()|]|:=|=|[^\s()|"`]+/g
const beyond = /^(?:range|define|block|template|partial|partialCached|return|break|continue)$/
const maxDepth = 50

type Piece = { readonly text: string } | { readonly words: readonly string[] }

function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = []
  let position = 0
  let trims = false
  for (;;) {
    const from = source.indexOf('{{', position)
    const isComment = /^\{\{-?\s*\/\*/.test(source.slice(from, from + 40))
    const to = from < 0 ? -1 : source.indexOf('}}', isComment ? source.indexOf('*/', from) : from)
    if (from >= 0 && to < 0) throw new BeyondUs('an action without an end')
    let text = source.slice(position, from < 0 ? source.length : from)
    if (trims) text = text.trimStart()
    if (from >= 0 && source[from + 2] === '-') text = text.trimEnd()
    if (text !== '') pieces.push({ text })
    if (from < 0) return pieces
    const inner = source.slice(from + 2, to).replace(/^-\s|\s-$/g, '')
    trims = source.slice(from + 2, to).endsWith('-')
    if (!isComment) pieces.push({ words: inner.match(word) ?? [] })
    position = to + 2
  }
}

/** Parses a shortcode's template. Throws `BeyondUs` for whatever is not a plain value, `if`, `with` or a variable. */
export function parseTemplate(source: string): readonly TemplateNode[] {
  const pieces = piecesOf(source)
  let position = 0
  const parse = (
    depth: number,
  ): { readonly nodes: readonly TemplateNode[]; readonly end: readonly string[] } => {
    if (depth > maxDepth) throw new BeyondUs('nested too deep')
    const nodes: TemplateNode[] = []
    for (let piece = pieces[position]; piece; piece = pieces[position]) {
      position++
      if ('text' in piece) nodes.push({ kind: 'text', text: piece.text })
      else {
        const [first = '', ...rest] = piece.words
        if (first === 'end' || first === 'else') return { nodes, end: piece.words }
        if (beyond.test(first)) throw new BeyondUs(first)
        if (first === 'if' || first === 'with') nodes.push(branch(first, rest, depth))
        else if (rest[0] === ':=' || rest[0] === '=')
          nodes.push({ kind: 'set', name: first, words: rest.slice(1) })
        else nodes.push({ kind: 'value', words: piece.words })
      }
    }
    return { nodes, end: [] }
  }
  const branch = (kind: 'if' | 'with', words: readonly string[], depth: number): TemplateNode => {
    const { nodes, end } = parse(depth + 1)
    if (end[0] !== 'else') return { kind, words, nodes, otherwise: [] }
    const [, next, ...rest] = end
    if (next === 'if' || next === 'with')
      return { kind, words, nodes, otherwise: [branch(next, rest, depth + 1)] }
    return { kind, words, nodes, otherwise: parse(depth + 1).nodes }
  }
  return parse(0).nodes
}
