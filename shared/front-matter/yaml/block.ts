import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml'
import { messageForNoKeys, writersMessage } from './message'

/** A YAML block parsed once for its source ranges. All offsets are into `source`. */
export type YamlBlock = {
  readonly source: string
  readonly tokens: readonly CST.Token[]
  readonly document: Document.Parsed
  /** null for a block without any key. */
  readonly root: YAMLMap | null
  /** The anchors that an alias repeats. */
  readonly repeatedAnchors: ReadonlySet<string>
}

/** A block, or why it cannot be read: a sentence for the writer and where in the block it lies. */
export type ParsedYaml =
  | { readonly kind: 'parsed'; readonly block: YamlBlock }
  | { readonly kind: 'unreadable'; readonly message: string; readonly offset: number }

/** How the YAML library is to resolve values; the structure is the same under each. */
export type YamlSchema = 'failsafe' | 'yaml-1.1' | 'core'

/** Longer blocks are a document between two thematic breaks rather than front matter, and slow to parse on each key press. */
const maxCharacters = 100_000
/** Recursive parsers overflow their stack on hostile input, and V8 ends the process when that happens inside a regular expression. */
const maxDepth = 64

/** Parses with YAML 1.2's core schema. Never throws. Duplicate keys are no error here: only those fields are refused. */
export function parseYamlBlock(source: string): ParsedYaml {
  if (source.length > maxCharacters) {
    return unreadable('The front matter is too long for the form. Change it in the text.', 0)
  }
  const tokens = [...new Parser().parse(source)]
  const tooDeep = offsetBeyondDepth(tokens)
  if (tooDeep !== null) {
    return unreadable(
      `The front matter is nested more than ${maxDepth} levels deep. Change it in the text.`,
      tooDeep,
    )
  }
  const document = composeYaml(tokens, source, 'core')
  if (document === null) return unreadable('The front matter holds a second `---`. Keep one block only.', 0)
  const error = document.errors[0]
  if (error !== undefined) return unreadable(writersMessage(error.code, source, error.pos[0]), error.pos[0])
  return withRoot(source, tokens, document)
}

function withRoot(source: string, tokens: readonly CST.Token[], document: Document.Parsed): ParsedYaml {
  const contents: ParsedNode | null = document.contents
  if (contents === null || (isScalar(contents) && contents.value === null && contents.source === '')) {
    return { kind: 'parsed', block: { source, tokens, document, root: null, repeatedAnchors: new Set() } }
  }
  if (!isMap(contents)) {
    const offset = contents.range[0]
    return unreadable(messageForNoKeys(source, offset), offset)
  }
  const root = contents as YAMLMap
  return { kind: 'parsed', block: { source, tokens, document, root, repeatedAnchors: anchorsIn(document) } }
}

/** Resolves parsed tokens under one schema; null when they hold more than one YAML document. */
export function composeYaml(
  tokens: readonly CST.Token[],
  source: string,
  schema: YamlSchema,
): Document.Parsed | null {
  const composer = new Composer({
    version: schema === 'yaml-1.1' ? '1.1' : '1.2',
    schema,
    uniqueKeys: false,
    keepSourceTokens: true,
    intAsBigInt: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const documents = [...composer.compose(tokens, true, source.length)]
  return documents.length === 1 ? (documents[0] as Document.Parsed) : null
}

/** A key as the file writes it, without its quotes: `published_on`, `2018`, `yes`. */
export function keyText(source: string, key: unknown): string {
  if (isScalar(key)) return key.source ?? String(key.value)
  const range = (key as Node | null)?.range
  return range ? source.slice(range[0], range[1]) : ''
}

/** Whether `node` is anchored and an alias elsewhere repeats it. */
export function isSharedAnchor(block: YamlBlock, node: unknown): boolean {
  const anchor = (node as { anchor?: string } | null)?.anchor
  return anchor !== undefined && block.repeatedAnchors.has(anchor)
}

function anchorsIn(document: Document.Parsed): ReadonlySet<string> {
  const anchors = new Set<string>()
  visit(document, {
    Alias(_key, alias) {
      anchors.add(alias.source)
    },
  })
  return anchors
}

/** The line break that the lines around `offset` end in. */
export function lineBreakNear(source: string, offset: number): '\n' | '\r\n' {
  const before = offset > 0 ? source.lastIndexOf('\n', offset - 1) : -1
  const at = before >= 0 ? before : source.indexOf('\n', offset)
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n'
}

/** Every comment of the block, in its order. */
export function commentsOf(
  block: YamlBlock,
): readonly { readonly offset: number; readonly source: string }[] {
  const comments: { offset: number; source: string }[] = []
  walkTokens(block.tokens, (token) => {
    if (token.type === 'comment') comments.push({ offset: token.offset, source: token.source })
    return true
  })
  return comments
}

/** Calls `see` for each token, outermost first, with its depth; stops when `see` returns false. Does not recurse. */
export function walkTokens(
  tokens: readonly CST.Token[],
  see: (token: CST.Token, depth: number) => boolean,
): void {
  const pending: [CST.Token, number][] = tokens.map((token): [CST.Token, number] => [token, 0]).reverse()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [token, depth] = next
    if (!see(token, depth)) return
    for (const part of partsOf(token).reverse()) pending.push([part, depth + 1])
  }
}

function partsOf(token: CST.Token): CST.Token[] {
  const parts: CST.Token[] = []
  if ('start' in token && Array.isArray(token.start)) parts.push(...token.start)
  else if ('start' in token) parts.push(token.start as CST.SourceToken)
  if ('props' in token) parts.push(...token.props)
  if ('items' in token) {
    for (const item of token.items) {
      parts.push(...item.start)
      if (item.key) parts.push(item.key)
      if (item.sep) parts.push(...item.sep)
      if (item.value) parts.push(item.value)
    }
  }
  if ('value' in token && token.value) parts.push(token.value)
  if ('end' in token && token.end) parts.push(...token.end)
  return parts
}

function offsetBeyondDepth(tokens: readonly CST.Token[]): number | null {
  let beyond: number | null = null
  walkTokens(tokens, (token, depth) => {
    if (depth > maxDepth) beyond = token.offset
    return beyond === null
  })
  return beyond
}

function unreadable(message: string, offset: number): ParsedYaml {
  return { kind: 'unreadable', message, offset }
}
