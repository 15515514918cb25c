import { parse, TomlError, type TomlTable as TomlValues } from 'smol-toml'
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { buildDocument, type TomlTable } from './document'
import { mistakeOf } from './message'
import { offsetBeyondNesting } from './nesting'

/** A TOML block parsed once for its source ranges and once more for its values. All offsets are into `source`. */
export type TomlBlock = {
  readonly source: string
  readonly program: AST.TOMLProgram
  readonly root: TomlTable
  /** What a second, independent parser reads. */
  readonly values: TomlValues
}

/** A block, or why it cannot be read: a sentence for the writer and where in the block it lies. */
export type ParsedToml =
  | { readonly kind: 'parsed'; readonly block: TomlBlock }
  | { readonly kind: 'unreadable'; readonly message: string; readonly offset: number }

/** As for YAML: longer blocks are slow to parse on each key press, and deeper ones overflow recursive parsers. */
const maxCharacters = 100_000
const maxDepth = 64

/** The form reads a text again after each edit, which was proven on the same text before. */
const recent = new Map<string, ParsedToml>()
const maxRecent = 4

/**
 * Parses TOML 1.0, which is what Hugo's and Zola's parsers read. Never throws. What only one of the two parsers reads is
 * unreadable.
 */
export function parseTomlBlock(source: string): ParsedToml {
  const known = recent.get(source)
  if (known !== undefined) return known
  const parsed = parseTomlOnce(source)
  const oldest = recent.keys().next().value
  if (recent.size >= maxRecent && oldest !== undefined) recent.delete(oldest)
  recent.set(source, parsed)
  return parsed
}

/** `parseTomlBlock` for a text that will not come back. */
export function parseTomlOnce(source: string): ParsedToml {
  if (source.length > maxCharacters) {
    return unreadable('The front matter is too long for the form. Change it in the text.', 0)
  }
  const tooDeep = offsetBeyondNesting(source, maxDepth)
  if (tooDeep !== null) return unreadable(messageForDepth, tooDeep)
  try {
    const program = parseTOML(source, { tomlVersion: '1.0' })
    const built = buildDocument(program, maxDepth)
    if (built.kind === 'too-deep') return unreadable(messageForDepth, built.offset)
    if (built.kind === 'key-twice') return mistaken('Defining a key multiple times', source, built.offset)
    // the second parser keeps the line breaks of a text as they are, the first makes each of them a line feed
    const values = parse(source.replaceAll('\r\n', '\n'), { integersAsBigInt: true })
    return { kind: 'parsed', block: { source, program, root: built.root, values } }
  } catch (error) {
    if (error instanceof ParseError) return mistaken(error.message, source, error.index)
    if (error instanceof TomlError) return mistaken(error.message, source, offsetOf(source, error))
    if (error instanceof RangeError) return unreadable(messageForDepth, 0)
    throw error
  }
}

const messageForDepth = `The front matter is nested more than ${maxDepth} levels deep. Change it in the text.`

function offsetOf(source: string, error: TomlError): number {
  let offset = 0
  for (let line = 1; line < error.line; line++) offset = source.indexOf('\n', offset) + 1
  return offset + error.column - 1
}

function mistaken(parsersMessage: string, source: string, at: number): ParsedToml {
  const { message, offset } = mistakeOf(parsersMessage, source, at)
  return unreadable(message, offset)
}

function unreadable(message: string, offset: number): ParsedToml {
  return { kind: 'unreadable', message, offset }
}
