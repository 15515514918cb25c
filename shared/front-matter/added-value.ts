import type { AddedValue } from './front-matter'

/** Deeper JSON is no value that anyone writes into a post. */
const maxDepth = 32

/**
 * A JSON value as an edit writes it: strings as text, numbers, `true`, `false` and `null` as they are written in JSON, arrays and
 * objects part by part in their order. null for what JSON cannot hold (`undefined`, a function, `NaN`) and for nesting that goes deeper than 32
 * levels. Reads own keys only, so that a key named `__proto__` is a key like any other.
 */
export function addedValueOf(json: unknown): AddedValue | null {
  return valueAt(json, 0)
}

function valueAt(json: unknown, depth: number): AddedValue | null {
  if (depth > maxDepth) return null
  if (typeof json === 'string') return { kind: 'text', text: json }
  if (json === null || typeof json === 'boolean') return { kind: 'plain', source: String(json) }
  if (typeof json === 'number') {
    return Number.isFinite(json) ? { kind: 'plain', source: JSON.stringify(json) } : null
  }
  if (Array.isArray(json)) {
    const items = json.map((item) => valueAt(item, depth + 1))
    return items.every((item) => item !== null) ? { kind: 'list', items } : null
  }
  if (typeof json !== 'object') return null
  const entries = Object.entries(json).map(([key, value]) => [key, valueAt(value, depth + 1)] as const)
  return entries.every((entry): entry is readonly [string, AddedValue] => entry[1] !== null)
    ? { kind: 'map', entries }
    : null
}
