import type { Range } from '../front-matter'
import { mostFrequent } from './most-frequent'
import type { ListStyle, Quotes } from './observed'

/** The quotes around a text, by its source; null for a block scalar and for no source. */
export function quotesOf(source: string): Quotes {
  if (source === '' || /^[|>]/.test(source)) return null
  if (source.startsWith('"')) return 'double'
  return source.startsWith("'") ? 'single' : 'plain'
}

/** The quotes that most of a list's items have, by the list's source; null where they are no single values. */
export function quotesOfItems(source: string): Quotes {
  const starts = source.startsWith('[')
    ? // a quoted text is taken whole, so that a comma in it starts nothing
      source.slice(1).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]'"][^,\]]*/g)
    : source.matchAll(/^\s*-[ \t]+(\S)/gm)
  return mostFrequent([...starts].slice(0, 100).map(([whole, first]) => quotesOf(first ?? whole)))
}

/** How the list at `value` under the key at `key` is written. */
export function listStyleOf(text: string, key: Range, value: Range): ListStyle {
  if (text[value.from] !== '-') return 'flow'
  return columnOf(text, value.from) > columnOf(text, key.from) ? 'block-indented' : 'block'
}

function columnOf(text: string, offset: number): number {
  return offset === 0 ? 0 : offset - (text.lastIndexOf('\n', offset - 1) + 1)
}
