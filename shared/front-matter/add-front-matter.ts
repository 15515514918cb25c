import { applyTextChanges } from '../text/text-change'
import { editFrontMatter } from './edit'
import type {
  AddedValue,
  Dialect,
  EditOptions,
  EditResult,
  FieldEdit,
  Refusal,
  WritingHabit,
} from './front-matter'
import { locateFrontMatter } from './locate'
import { readFrontMatter } from './read'

/** A block's first and last line, and how its only key is written: with a number, which shows no habit of quoting. */
type Frame = { readonly open: string; readonly key: (name: string) => string; readonly close: string }

const yamlKey = (name: string): string => `${name}: 1\n`
const jsonKey = (name: string): string => `{\n  "${name}": 1\n}\n`

const frames: Readonly<Record<Dialect, Frame>> = {
  yaml: { open: '---\n', key: yamlKey, close: '---\n' },
  'yaml-dots': { open: '---\n', key: yamlKey, close: '...\n' },
  'yaml-no-opener-dots': { open: '', key: yamlKey, close: '...\n' },
  'yaml-no-opener-dashes': { open: '', key: yamlKey, close: '---\n' },
  toml: { open: '+++\n', key: (name) => `${name} = 1\n`, close: '+++\n' },
  json: { open: '', key: jsonKey, close: '' },
  // Hexo puts the braces around it itself
  'json-semicolons': { open: ';;;\n', key: (name) => `"${name}": 1\n`, close: ';;;\n' },
  'json-comment': { open: '<!--', key: (name) => jsonKey(name).trimEnd(), close: '-->\n' },
  pelican: { open: '', key: yamlKey, close: '\n' },
}

/**
 * Gives a text that has no front matter a block at its top with these fields, in the usual form of the dialect and in the collection's
 * `habit`. The body is not touched; a byte order mark stays in front. Proven by reading the block again. Refused for a text that has front
 * matter, for a value that the language does not have, and for an opener-less block without any field. Never throws.
 */
export function addFrontMatter(
  text: string,
  dialect: Dialect,
  entries: readonly (readonly [key: string, value: AddedValue])[],
  lineEnding: '\n' | '\r\n',
  habit?: WritingHabit,
): EditResult {
  const options = { ...optionsFor(dialect), ...(habit === undefined ? {} : { habit }) }
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'none') {
    return refused('would-touch-more', 'This post has front matter already. Add fields to it.', 0)
  }
  const block = blockWith(dialect, entries, lineEnding, options)
  if (typeof block !== 'string') return { kind: 'refused', refusal: { ...block, offset: located.bodyFrom } }
  const change = { from: located.bodyFrom, to: located.bodyFrom, insert: block }
  if (!reads(applyTextChanges(text, [change]), change, dialect, entries, options)) {
    const message = 'The front matter would not be told apart from the text. Add it in the text.'
    return refused('would-touch-more', message, located.bodyFrom)
  }
  return { kind: 'changed', changes: [change] }
}

function optionsFor(dialect: Dialect): EditOptions {
  return {
    openerless: dialect === 'yaml-no-opener-dots' || dialect === 'yaml-no-opener-dashes',
    pelican: dialect === 'pelican',
  }
}

/** Starts with one key that goes again, since most dialects are told by their first key; each step is a proven edit. */
function blockWith(
  dialect: Dialect,
  entries: readonly (readonly [string, AddedValue])[],
  lineEnding: string,
  options: EditOptions,
): string | Refusal {
  const keys = new Set(entries.map(([key]) => key.toLowerCase()))
  let first = 'first'
  while (keys.has(first)) first += '-'
  const { open, key, close } = frames[dialect]
  let block = (open + key(first) + close).replaceAll('\n', lineEnding)
  const edits: readonly FieldEdit[] = [
    ...entries.map(([key, value]): FieldEdit => ({ kind: 'add-key', path: [], key, value })),
    { kind: 'remove-key', path: [first] },
  ]
  for (const edit of edits) {
    const result = editFrontMatter(block, edit, options)
    if (result.kind === 'refused') return result.refusal
    block = applyTextChanges(block, result.changes)
  }
  return block
}

function reads(
  text: string,
  added: { readonly from: number; readonly insert: string },
  dialect: Dialect,
  entries: readonly (readonly [string, AddedValue])[],
  options: EditOptions,
): boolean {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found' || located.dialect !== dialect) return false
  if (located.bodyFrom !== added.from + added.insert.length) return false
  const read = readFrontMatter(text, options)
  if (read.kind !== 'fields' || read.fields.length !== entries.length) return false
  const keys = new Set(read.fields.map(({ key }) => key))
  return entries.every(([key]) => keys.has(key))
}

function refused(reason: Refusal['reason'], message: string, offset: number): EditResult {
  return { kind: 'refused', refusal: { reason, message, offset } }
}
