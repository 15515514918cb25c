import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { maxDepth, type ParsedText } from './parse-configuration'
import type { SourcedEntry, SourcedValue } from './sourced-value'

/** Reads JSON, with comments and commas at the end as editors allow them. What stands outside a mistake is read. */
export function parseJsonConfiguration(text: string): ParsedText {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const lineAt = createLineFinder(text)
  const mistakes = errors.map(({ error, offset }) => ({
    line: lineAt(offset),
    message: `This line is not JSON that can be read: ${inWords(printParseErrorCode(error))}.`,
  }))
  return { value: root === undefined ? null : sourcedValue(root, lineAt, 0), mistakes }
}

function sourcedValue(node: Node, lineAt: (offset: number) => number, depth: number): SourcedValue {
  const line = lineAt(node.offset)
  const children = depth > maxDepth ? [] : (node.children ?? [])
  if (node.type === 'array') {
    return { kind: 'list', items: children.map((child) => sourcedValue(child, lineAt, depth + 1)), line }
  }
  if (node.type === 'object') {
    return { kind: 'map', entries: children.flatMap((child) => entryFrom(child, lineAt, depth)), line }
  }
  const value: unknown = node.value
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return { kind: 'scalar', value: isScalar ? value : null, line }
}

function entryFrom(property: Node, lineAt: (offset: number) => number, depth: number): SourcedEntry[] {
  const [key, value] = property.children ?? []
  if (key === undefined || value === undefined) return []
  return [{ key: String(key.value), line: lineAt(key.offset), value: sourcedValue(value, lineAt, depth + 1) }]
}

/** `CommaExpected` → `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}

function createLineFinder(text: string): (offset: number) => number {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: ending }) => index + ending.length),
  ]
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
