import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, FieldEdit, FieldPath } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed } from '../outcome'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const keys = fc.oneof(
  fc.constantFrom('title', 'tags', 'a.b', 'c d', '🎉', 'constructor', '-->', ';;;', '"', '\\', ''),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const texts = fc
  .oneof(
    fc.constantFrom(
      '',
      '\\',
      '"',
      'a\nb',
      '\u2028',
      '-->',
      '--!>',
      ';;;',
      '---',
      '\ufeff',
      '/',
      'é',
      '{',
      '}',
      ']',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  .filter((text) => !/\p{Surrogate}|\0/u.test(text))
const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.constantFrom(null, true, false, 0, 1.5, -3, 1e21),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
})).value
const objects = fc.dictionary(keys, values, { maxKeys: 5 }) as fc.Arbitrary<{ readonly [key: string]: Json }>

/** The same object in several layouts, as one finds them in posts. */
const layouts: readonly ((json: Json) => string)[] = [
  (json) => JSON.stringify(json),
  (json) => JSON.stringify(json, null, 2),
  (json) => JSON.stringify(json, null, '\t').replaceAll('\n', '\r\n'),
  (json) =>
    JSON.stringify(json, null, 1).replace(/[\u0080-\uffff]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    }),
]
const dialects: readonly (readonly [before: string, after: string])[] = [
  ['', '\nBody {"a": 1}\n'],
  ['\ufeff', ''],
  [';;;\n', '\n;;;\nBody'],
  ['<!-- ', ' -->\nBody'],
  ['---json\n', '\n---\nBody\n---\n'],
]

const cases = fc.record({
  json: objects,
  layout: fc.constantFrom(...layouts),
  dialect: fc.constantFrom(...dialects),
  kind: fc.constantFrom(
    'set',
    'clear',
    'append',
    'remove-item',
    'move-item',
    'add-key',
    'remove-key',
    'rename-key',
  ),
  at: fc.nat(),
  index: fc.nat(3),
  to: fc.nat(3),
  key: keys,
  value: values,
})

test('any edit of any object is what it means to JSON.parse, in one place, or is refused for a reason', () => {
  const outcomes = new Map<string, number>()
  fc.assert(
    fc.property(cases, ({ json, layout, dialect: [before, after], ...wish }) => {
      const source = layout(json)
      fc.pre(
        !(before.startsWith('<!--') && /--!?>/.test(source)) && (before !== '' || /^\{\s*["}]/.test(source)),
      )
      const post = before + source + after
      const paths = pathsIn(json)
      const path = paths[wish.at % paths.length] ?? []
      const edit = editOf(wish, path)
      const expected = modelled(json, edit)
      const result = editFrontMatter(post, edit)
      const outcome = result.kind === 'refused' ? result.refusal.reason : 'changed'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (expected === 'refused') {
        expect(result.kind).toBe('refused')
        return
      }
      const now = changed(post, result)
      expect(now.startsWith(before) && now.endsWith(after)).toBe(true)
      const block = now.slice(before.length, now.length - after.length)
      expect(JSON.parse(block)).toEqual(expected)
      expect(readFrontMatter(now).kind).toBe('fields')
      if (before.startsWith('<!--')) expect(block).not.toMatch(/--!?>/)
    }),
    { numRuns: 3000 },
  )
  expect(outcomes.get('changed')).toBeGreaterThan(1000)
  expect(outcomes.get('would-touch-more') ?? 0).toBe(0)
})

test('a key or an item added and removed again: the text as it was', () => {
  fc.assert(
    fc.property(cases, ({ json, layout, dialect: [before, after], key, value, at }) => {
      const source = layout(json)
      fc.pre(!before.startsWith('<!--') && (before !== '' || /^\{\s*["}]/.test(source)))
      fc.pre(
        key !== '' &&
          !hasUnfitName(value) &&
          Object.keys(json).length > 0 &&
          !Object.hasOwn(json, key) &&
          !/\p{Surrogate}|\0/u.test(key),
      )
      const post = before + source + after
      const add = { kind: 'add-key', path: [], key, value: added(value) } as const
      const longer = changed(post, editFrontMatter(post, add))
      expect(changed(longer, editFrontMatter(longer, { kind: 'remove-key', path: [key] }))).toBe(post)
      const lists = pathsIn(json).filter((path) => (valueAt(json, path) as Json[] | undefined)?.length)
      const path = lists[at % Math.max(1, lists.length)]
      const list = path === undefined ? undefined : valueAt(json, path)
      if (path === undefined || !Array.isArray(list)) return
      const more = changed(post, editFrontMatter(post, { kind: 'append', path, value: added(value) }))
      expect(changed(more, editFrontMatter(more, { kind: 'remove-item', path, index: list.length }))).toBe(
        post,
      )
    }),
    { numRuns: 800 },
  )
})

test('whatever stands between the delimiters, nothing throws', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    'true',
    '\\',
    '\n',
    '//',
    '/*',
    '\t',
    '-',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom(';;;', '---json'), (parts, opener) => {
      const post = `${opener}\n${parts.join('')}\n${opener.slice(0, 3)}\nBody`
      const read = readFrontMatter(post)
      if (read.kind === 'unreadable') expect(read.offset).toBeLessThanOrEqual(post.length)
      const result = editFrontMatter(post, { kind: 'set', path: ['a'], value: { kind: 'text', text: 'x' } })
      if (result.kind === 'changed') expect(changed(post, result).endsWith('\nBody')).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

/** What the edit should make of the parsed object. Written without the code under test. */
function modelled(json: Json, edit: FieldEdit): Json | 'refused' {
  if ('value' in edit && hasUnfitName(parsed(edit.value))) return 'refused'
  const copy = structuredClone(json) as Json
  const holder = valueAt(copy, edit.path.slice(0, -1)) as Record<string, Json> & Json[]
  const last = edit.path.at(-1) as never
  const target = valueAt(copy, edit.path)
  const isList = Array.isArray(target)
  const isMap = typeof target === 'object' && target !== null && !isList
  switch (edit.kind) {
    case 'set':
      if (edit.path.length === 0 || ((isList || isMap) && !['list', 'map'].includes(edit.value.kind)))
        return 'refused'
      holder[last] = parsed(edit.value)
      return copy
    case 'clear': {
      const empty = isList ? [] : isMap ? {} : target === null ? null : ''
      if (edit.path.length === 0) return {}
      holder[last] = empty as never
      return copy
    }
    case 'append':
      if (isMap) return 'refused'
      holder[last] = (
        isList
          ? [...target, parsed(edit.value)]
          : target === null || target === ''
            ? [parsed(edit.value)]
            : [target, parsed(edit.value)]
      ) as never
      return copy
    case 'remove-item':
      if (!isList || edit.index >= target.length) return 'refused'
      ;(target as Json[]).splice(edit.index, 1)
      return copy
    case 'move-item':
      if (edit.from === edit.to) return copy
      if (!isList || edit.from >= target.length || edit.to >= target.length) return 'refused'
      ;(target as Json[]).splice(edit.to, 0, ...(target as Json[]).splice(edit.from, 1))
      return copy
    case 'add-key':
      if (!isMap || edit.key === '' || Object.hasOwn(target, edit.key)) return 'refused'
      ;(target as Record<string, Json>)[edit.key] = parsed(edit.value)
      return copy
    case 'remove-key':
      if (typeof last !== 'string') return 'refused'
      delete holder[last]
      return copy
    case 'rename-key': {
      if (typeof last !== 'string' || edit.key === '') return 'refused'
      if (edit.key === last) return copy
      if (Object.hasOwn(holder, edit.key)) return 'refused'
      const value = holder[last] as never
      delete holder[last]
      holder[edit.key as never] = value
      return copy
    }
  }
}

function editOf(
  {
    kind,
    index,
    to,
    key,
    value,
  }: { kind: FieldEdit['kind']; index: number; to: number; key: string; value: Json },
  path: FieldPath,
): FieldEdit {
  switch (kind) {
    case 'set':
    case 'append':
      return { kind, path, value: added(value) }
    case 'remove-item':
      return { kind, path, index }
    case 'move-item':
      return { kind, path, from: index, to }
    case 'add-key':
      return { kind, path, key, value: added(value) }
    case 'rename-key':
      return { kind, path, key }
    default:
      return { kind, path }
  }
}

function added(value: Json): AddedValue {
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(added) }
  if (typeof value !== 'object' || value === null)
    return { kind: 'plain', source: JSON.stringify(value).replace('+', '') }
  return { kind: 'map', entries: Object.entries(value).map(([key, entry]) => [key, added(entry)]) }
}

function parsed(value: AddedValue): Json {
  if (value.kind === 'text') return value.text
  if (value.kind === 'plain') return JSON.parse(value.source)
  if (value.kind === 'list') return value.items.map(parsed)
  return Object.fromEntries(value.entries.map(([key, entry]) => [key, parsed(entry)]))
}

/** Whether a map in it has a name that is refused: none at all, or one that is a part of every object. */
function hasUnfitName(json: Json): boolean {
  if (typeof json !== 'object' || json === null) return false
  if (Array.isArray(json)) return json.some(hasUnfitName)
  return Object.entries(json).some(([key, value]) => ['', '__proto__'].includes(key) || hasUnfitName(value))
}

function pathsIn(json: Json, path: FieldPath = []): readonly FieldPath[] {
  if (typeof json !== 'object' || json === null) return [path]
  const steps = Array.isArray(json) ? json.map((_item, index) => index) : Object.keys(json)
  return [
    path,
    ...steps.flatMap((step) => pathsIn((json as Record<string, Json>)[step] as Json, [...path, step])),
  ]
}

function valueAt(json: Json, path: FieldPath): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, step) => (value as Record<string, Json> | undefined)?.[step],
    json,
  )
}
