import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Dialect } from '../front-matter'
import { maxBlockCharacters, maxDepth, tooDeepMessage, tooLongMessage } from '../limits'
import { jsonMessage } from './message'

/** A block of JSON, read. Offsets into `source` are ahead of those into the block by `shift`. */
export type JsonBlock = {
  /** The object with its braces. */
  readonly source: string
  /** 1 where the braces were put around the block to read it, as Hexo does between lines of `;;;`; else 0. */
  readonly shift: 0 | 1
  readonly root: Node
  /** Whether the block stands in a comment of HTML, which a `-->` in a value would end. */
  readonly isInComment: boolean
}

/** A block, or the first mistake in it: a sentence for the writer and an offset into the block. */
export type ParsedJson =
  | { readonly kind: 'block'; readonly block: JsonBlock }
  | { readonly kind: 'mistake'; readonly message: string; readonly offset: number }

const noObject = 'The front matter is not made of `"key": value` pairs between braces.'

/** Reads a block as strict JSON: no comments, no trailing commas. Never throws. */
export function parseJsonBlock(block: string, dialect: Dialect): ParsedJson {
  const { source, shift } = jsonSource(block, dialect)
  const mistake = (message: string, offset: number): ParsedJson => ({
    kind: 'mistake',
    message,
    offset: Math.min(Math.max(0, offset - shift), block.length),
  })
  if (source.length > maxBlockCharacters) return mistake(tooLongMessage, 0)
  const deepAt = offsetOfDepth(source, maxDepth)
  if (deepAt !== null) return mistake(tooDeepMessage, deepAt)
  const errors: ParseError[] = []
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (error !== undefined) return mistake(jsonMessage(source, error), error.offset)
  if (root?.type !== 'object' || root.children === undefined) return mistake(noObject, 0)
  if (!isJson(source)) return mistake(noObject, 0)
  return { kind: 'block', block: { source, shift, root, isInComment: dialect === 'json-comment' } }
}

/** The block as an object of JSON: between lines of `;;;` the braces may be missing. */
export function jsonSource(
  block: string,
  dialect: Dialect,
): { readonly source: string; readonly shift: 0 | 1 } {
  if (dialect !== 'json-semicolons' || /^\s*\{/.test(block)) return { source: block, shift: 0 }
  return { source: `{${block}}`, shift: 1 }
}

/** Where the brackets are open `depth` deep for the first time; null when they never are. */
function offsetOfDepth(source: string, depth: number): number | null {
  let open = 0
  for (const match of source.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    const [token] = match
    if (token === '[' || token === '{') open++
    else if (token === ']' || token === '}') open--
    if (open > depth) return match.index
  }
  return null
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
