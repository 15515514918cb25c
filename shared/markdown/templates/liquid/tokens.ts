/** A piece of a template. Offsets are UTF-16 units; `trims*`: `-` at that end takes the white space beside it away. */
export type Token =
  | { readonly kind: 'text'; readonly from: number; readonly to: number; readonly isRaw: boolean }
  | {
      readonly kind: 'output' | 'tag'
      readonly from: number
      readonly to: number
      /** A tag's name; empty for an output. */
      readonly name: string
      readonly markup: string
      readonly trimsBefore: boolean
      readonly trimsAfter: boolean
    }
  /** What Liquid refuses to read. */
  | { readonly kind: 'broken'; readonly from: number; readonly to: number; readonly message: string }

const tagSyntax = /^\{%-?\s*(\w+|#)\s*([\s\S]*?)-?%\}$/

/** Splits a template as Liquid 4 and 5 do: `}` ends an output too, and what stands in `raw` is text. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = []
  let position = 0
  const text = (to: number, isRaw = false): void => {
    if (to > position) tokens.push({ kind: 'text', from: position, to, isRaw })
    position = to
  }
  let isRawClosed = true
  const opening = /\{[{%]/g
  for (;;) {
    opening.lastIndex = position
    const from = opening.exec(source)?.index ?? -1
    if (from < 0) break
    text(from)
    const isTag = source[from + 1] === '%'
    const closing = source.indexOf(isTag ? '%}' : '}', from + 2)
    if (closing < 0) {
      const what = isTag ? 'Tag “{%”' : 'Variable “{{”'
      tokens.push({ kind: 'broken', from, to: from + 2, message: `${what} is not ended` })
      position = from + 2
      break
    }
    const to = isTag || source[closing + 1] === '}' ? closing + 2 : closing + 1
    const token = isTag ? readTag(source, from, to) : readOutput(source, from, to)
    position = to
    tokens.push(token)
    if (token.kind === 'tag' && token.name === 'raw') {
      const end: number | null = isRawClosed ? readRaw(source, to, tokens) : null
      isRawClosed = end !== null
      position = end ?? to
      if (end === null)
        tokens[tokens.length - 1] = { kind: 'broken', from, to, message: '“raw” is never closed' }
    }
  }
  text(source.length)
  return tokens
}

function readOutput(source: string, from: number, to: number): Token {
  const written = source.slice(from, to)
  if (!written.endsWith('}}') || written.length < 4) {
    return { kind: 'broken', from, to, message: `Variable “${written}” is not ended with two braces` }
  }
  const inner = written.slice(2, -2)
  return {
    kind: 'output',
    from,
    to,
    name: '',
    markup: inner.replace(/^-|-$/g, ''),
    trimsBefore: inner.startsWith('-'),
    trimsAfter: inner.endsWith('-'),
  }
}

function readTag(source: string, from: number, to: number): Token {
  const written = source.slice(from, to)
  const found = tagSyntax.exec(written)
  if (found === null) return { kind: 'broken', from, to, message: `Tag “${written}” has no name` }
  return {
    kind: 'tag',
    from,
    to,
    name: found[1] ?? '',
    markup: (found[2] ?? '').trim(),
    trimsBefore: written[2] === '-',
    trimsAfter: written.at(-3) === '-',
  }
}

/** Puts the text of `raw` behind its tag; gives where reading goes on, null where nothing closes it. */
function readRaw(source: string, from: number, tokens: Token[]): number | null {
  const ending = /\{%-?\s*endraw\s*-?%\}/g
  ending.lastIndex = from
  const found = ending.exec(source)
  if (found === null) return null
  if (found.index > from) tokens.push({ kind: 'text', from, to: found.index, isRaw: true })
  const to = found.index + found[0].length
  tokens.push({
    kind: 'tag',
    from: found.index,
    to,
    name: 'endraw',
    markup: '',
    trimsBefore: found[0][2] === '-',
    trimsAfter: found[0].at(-3) === '-',
  })
  return to
}
