import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml'
import { messageForNoKeys, openQuote, writersMessage } from './message'
import { type Comment, surveyTokens, type TokenSurvey } from './tokens'

/** A YAML block parsed once for its source ranges. All offsets are into `source`. */
export type YamlBlock = {
  readonly source: string
  readonly tokens: readonly CST.Token[]
  readonly document: Document.Parsed
  /** null for a block without any key. */
  readonly root: YAMLMap | null
  /** The anchors that an alias repeats. */
  readonly repeatedAnchors: ReadonlySet<string>
  /** What each alias repeats. */
  readonly aliasTargets: ReadonlyMap<unknown, Node>
  /** The aliases that repeat nothing, since no such anchor stands before them. */
  readonly danglingAliases: ReadonlySet<string>
  /** Every comment, in the order of the block. */
  readonly comments: readonly Comment[]
  readonly hasTags: boolean
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

/** The form reads a block, plans an edit of it and reads it again: the same few texts come back at every key press. */
const recent = new Map<string, ParsedYaml>()
const maxRecent = 4

/** Parses with YAML 1.2's core schema. Never throws. Duplicate keys are no error here: only those fields are refused. */
export function parseYamlBlock(source: string): ParsedYaml {
  const known = recent.get(source)
  if (known !== undefined) return known
  const parsed = parseYamlOnce(source)
  const oldest = recent.keys().next().value
  if (recent.size >= maxRecent && oldest !== undefined) recent.delete(oldest)
  recent.set(source, parsed)
  return parsed
}

/** `parseYamlBlock` for a text that will not come back. */
export function parseYamlOnce(source: string): ParsedYaml {
  if (source.length > maxCharacters) {
    return unreadable('The front matter is too long for the form. Change it in the text.', 0)
  }
  const tokens = [...new Parser().parse(source)]
  const survey = surveyTokens(tokens, maxDepth)
  if (survey.tooDeepAt !== null) {
    return unreadable(
      `The front matter is nested more than ${maxDepth} levels deep. Change it in the text.`,
      survey.tooDeepAt,
    )
  }
  const document = composeYaml(tokens, source, 'core')
  if (document === null) {
    return unreadable(
      'The front matter holds a second `---`. Keep one block only.',
      survey.secondDocumentAt ?? 0,
    )
  }
  const error = document.errors[0]
  if (error !== undefined) {
    const isOpenQuote = error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing')
    const quote = isOpenQuote ? openQuoteBefore(document, error.pos[0]) : null
    if (quote !== null) return unreadable(openQuote, quote)
    return unreadable(writersMessage(error.code, source, error.pos[0]), error.pos[0])
  }
  return withRoot(source, tokens, survey, document)
}

/** Where the text between quotes begins that runs on to the end of the block, at `end`; null when none does. */
function openQuoteBefore(document: Document.Parsed, end: number): number | null {
  let opened: number | null = null
  visit(document, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (isQuoted && range && range[1] >= end) opened = range[0]
    },
  })
  return opened
}

function withRoot(
  source: string,
  tokens: readonly CST.Token[],
  { comments, hasTags }: TokenSurvey,
  document: Document.Parsed,
): ParsedYaml {
  const contents: ParsedNode | null = document.contents
  const block = { source, tokens, document, comments, hasTags }
  if (contents === null || (isScalar(contents) && contents.value === null && contents.source === '')) {
    return { kind: 'parsed', block: { ...block, ...noAliases, root: null } }
  }
  if (!isMap(contents)) {
    const offset = contents.range[0]
    return unreadable(messageForNoKeys(source, offset), offset)
  }
  const root = contents as YAMLMap
  return { kind: 'parsed', block: { ...block, ...aliasesIn(source, document), root } }
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

type Aliases = Pick<YamlBlock, 'repeatedAnchors' | 'aliasTargets' | 'danglingAliases'>

const noAliases: Aliases = { repeatedAnchors: new Set(), aliasTargets: new Map(), danglingAliases: new Set() }

function aliasesIn(source: string, document: Document.Parsed): Aliases {
  if (!source.includes('*')) return noAliases
  const anchors = new Map<string, Node>()
  const repeatedAnchors = new Set<string>()
  const aliasTargets = new Map<unknown, Node>()
  const danglingAliases = new Set<string>()
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      repeatedAnchors.add(node.source)
      if (target === undefined) danglingAliases.add(node.source)
      else aliasTargets.set(node, target)
    } else if (isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, node)
  })
  return { repeatedAnchors, aliasTargets, danglingAliases }
}

function unreadable(message: string, offset: number): ParsedYaml {
  return { kind: 'unreadable', message, offset }
}
