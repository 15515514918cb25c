import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { maxDepth, type ParsedText, type SyntaxMistake } from './parse-configuration'
import type { SourcedEntry, SourcedValue } from './sourced-value'

/** Values that a file may amount to once its aliases are written out; the largest real configurations have a few thousand. */
const maxValues = 50_000

type Sized = { readonly value: SourcedValue; readonly size: number }

/**
 * Reads YAML 1.2 with merge keys (`<<`). Aliases are shared, not copied, and one that would make the file larger than 50,000 values
 * is left out. What stands outside a mistake is read.
 */
export function parseYamlConfiguration(text: string): ParsedText {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const reader = createReader((offset) => Math.max(1, lines.linePos(offset).line))
  const root = document.contents === null ? null : reader.read(document.contents, 0)
  const errors = document.errors.map(({ pos, message }) => ({
    line: Math.max(1, lines.linePos(pos[0]).line),
    message: `This line is not YAML that can be read: ${message.replace(/[\s.]+$/, '')}.`,
  }))
  return { value: root?.value ?? null, mistakes: [...errors, ...reader.mistakes] }
}

function createReader(lineAt: (offset: number) => number) {
  const anchors = new Map<string, Sized>()
  const mistakes: SyntaxMistake[] = []
  let valueCount = 0

  const empty = (line: number): Sized => ({ value: { kind: 'scalar', value: null, line }, size: 1 })

  const read = (node: Node | null, depth: number): Sized => {
    const line = lineAt(node?.range?.[0] ?? 0)
    if (node === null) return empty(line)
    if (depth > maxDepth) {
      mistakes.push({ line, message: 'This is nested deeper than any configuration. Galley leaves it out.' })
      return empty(line)
    }
    if (isAlias(node)) return readAlias(node.source, line)
    valueCount += 1
    const read = readOwn(node, line, depth)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    // Only now: an alias to what it stands in has no end.
    if (anchor !== undefined) anchors.set(anchor, read)
    return read
  }

  const readAlias = (name: string, line: number): Sized => {
    const target = anchors.get(name)
    if (target === undefined) {
      mistakes.push({ line, message: `*${name} refers to &${name}, which does not stand above it.` })
      return empty(line)
    }
    valueCount += target.size
    if (valueCount <= maxValues) return target
    mistakes.push({ line, message: `*${name} makes this file too large. Galley leaves it out.` })
    return empty(line)
  }

  const readOwn = (node: Node, line: number, depth: number): Sized => {
    if (isMap(node)) return readMap(node, line, depth)
    if (isSeq(node)) {
      const items = node.items.map((item) => read(asNode(item), depth + 1))
      return { value: { kind: 'list', items: items.map(({ value }) => value), line }, size: sizeOf(items) }
    }
    const value = isScalar(node) ? scalarOf(node.value) : null
    return { value: { kind: 'scalar', value, line }, size: 1 }
  }

  const readMap = (map: YAMLMap, line: number, depth: number): Sized => {
    const own: SourcedEntry[] = []
    const merged: SourcedEntry[] = []
    const sizes: Sized[] = []
    for (const pair of map.items) {
      const keyNode = asNode(pair.key)
      if (!isScalar(keyNode)) continue
      const inner = read(asNode(pair.value), depth + 1)
      sizes.push(inner)
      const key = String(keyNode.value)
      if (key === '<<') merged.push(...mergedEntries(inner.value))
      else own.push({ key, line: lineAt(keyNode.range?.[0] ?? 0), value: inner.value })
    }
    const keys = new Set(own.map(({ key }) => key))
    const entries = [...own, ...merged.filter(({ key }) => !keys.has(key) && keys.add(key))]
    return { value: { kind: 'map', entries, line }, size: sizeOf(sizes) }
  }

  return { read, mistakes }
}

function mergedEntries(value: SourcedValue): readonly SourcedEntry[] {
  if (value.kind === 'map') return value.entries
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) : []
}

function sizeOf(parts: readonly Sized[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1)
}

function asNode(value: unknown): Node | null {
  return isAlias(value) || isScalar(value) || isMap(value) || isSeq(value) ? value : null
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}
