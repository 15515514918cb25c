import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { parseTOML } from 'toml-eslint-parser'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { SiteSource } from '../profile'

type Key = string | number

/**
 * Where a configuration file in YAML, TOML or JSON says what stands under `keys`, one inside of the other; keys are compared in any
 * letter case, numbers count in lists. The line is null where the file cannot be read or does not say it.
 */
export function locateSetting(file: string, text: string, keys: readonly Key[]): SiteSource {
  try {
    if (file.endsWith('.toml')) return { file, line: tomlLine(text, keys) }
    if (file.endsWith('.json')) return { file, line: jsonLine(text, keys) }
    return { file, line: yamlLine(text, keys) }
  } catch {
    // a file with a mistake: its profile tells of that
    return { file, line: null }
  }
}

function yamlLine(text: string, keys: readonly Key[]): number | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })
  let node: Node | null | undefined = document.contents
  let at: number | null = null
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && isSame(String(item.key.value), key))
      if (pair === undefined) return null
      at = (pair.key as Node).range?.[0] ?? null
      node = pair.value as Node | null
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key] as Node | undefined
      at = node?.range?.[0] ?? null
    } else return null
  }
  return at === null ? null : lines.linePos(at).line
}

function tomlLine(text: string, keys: readonly Key[]): number | null {
  const found: { readonly path: readonly Key[]; readonly line: number }[] = []
  for (const part of parseTOML(text).body[0].body) {
    if (part.type === 'TOMLTable') {
      found.push({ path: part.resolvedKey, line: part.loc.start.line })
      for (const entry of part.body) {
        found.push({ path: [...part.resolvedKey, ...namesOf(entry.key)], line: entry.loc.start.line })
      }
    } else found.push({ path: namesOf(part.key), line: part.loc.start.line })
  }
  const isPrefix = (short: readonly Key[], long: readonly Key[]): boolean =>
    short.every((key, index) => isSame(String(long[index] ?? ''), key))
  const exact = found.find(({ path }) => path.length === keys.length && isPrefix(keys, path))
  // written in one line with what it lies in, or only by what lies in it
  const near =
    exact ??
    found.find(({ path }) => isPrefix(keys, path)) ??
    found.find(({ path }) => isPrefix(path, keys) && path.length > 0)
  return near?.line ?? null
}

function namesOf(key: {
  readonly keys: readonly ({ name: string } | { value: string })[]
}): readonly string[] {
  return key.keys.map((part) => ('name' in part ? part.name : part.value))
}

function jsonLine(text: string, keys: readonly Key[]): number | null {
  const tree = parseTree(text)
  if (tree === undefined) return null
  let node = tree
  for (const key of keys) {
    const property = node.children?.find((child) => isSame(String(child.children?.[0]?.value ?? ''), key))
    const next = typeof key === 'number' ? findNodeAtLocation(node, [key]) : property?.children?.[1]
    if (next === undefined) return null
    node = next
  }
  return text.slice(0, (node.parent?.type === 'property' ? node.parent : node).offset).split('\n').length
}

function isSame(name: string, key: Key): boolean {
  return name.toLowerCase() === String(key).toLowerCase()
}

/** The line of the first mistake that a YAML file has, with its parser's words; null for none. */
export function yamlMistake(text: string): { readonly line: number; readonly message: string } | null {
  const lines = new LineCounter()
  const [error] = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false }).errors
  if (error === undefined) return null
  return { line: lines.linePos(error.pos[0]).line, message: error.message.split('\n')[0] ?? '' }
}
