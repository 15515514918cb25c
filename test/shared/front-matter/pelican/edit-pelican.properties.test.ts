import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, FieldEdit } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed } from '../outcome'

/** Python's `str.strip`. */
function strip(text: string): string {
  const isBlank = (character: string): boolean => {
    const code = character.charCodeAt(0)
    return (/\s/.test(character) && code !== 0xfeff) || (code >= 0x1c && code <= 0x1f) || code === 0x85
  }
  const characters = [...text]
  const from = characters.findIndex((character) => !isBlank(character))
  const to = characters.findLastIndex((character) => !isBlank(character))
  return from < 0 ? '' : characters.slice(from, to + 1).join('')
}

/**
 * What Pelican reads, written from the rules of Python-Markdown's meta-data and of `ensure_metadata_list` alone: each name in lower case with
 * its lines, or its items for `tags` and `authors`; then the body.
 */
function pelicanReads(source: string): { meta: Map<string, readonly string[]>; body: string } {
  const lines = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .split('\n')
  const meta = new Map<string, readonly string[]>()
  let name: string | null = null
  if (/^-{3}(\s.*)?$/.test(lines[0] ?? '')) lines.shift()
  while (lines.length > 0) {
    const line = lines.shift() as string
    if (strip(line) === '' || /^(-{3}|\.{3})(\s|$)/.test(line)) break
    const header = /^ {0,3}([A-Za-z0-9_-]+):(.*)/s.exec(line)
    if (header) {
      name = (header[1] as string).toLowerCase()
      meta.set(name, [...(meta.get(name) ?? []), strip(header[2] as string)])
    } else if (line.startsWith('    ') && name !== null) {
      meta.set(name, [...(meta.get(name) ?? []), strip(line)])
    } else {
      lines.unshift(line)
      break
    }
  }
  for (const key of ['tags', 'authors']) {
    const values = meta.get(key)
    if (values === undefined) continue
    const [value = ''] = values
    const items = values.length > 1 ? values : value.split(value.includes(';') ? ';' : ',')
    meta.set(
      key,
      items.map(strip).filter((item) => item !== ''),
    )
  }
  return { meta, body: lines.join('\n') }
}

const breaks = fc.constantFrom('\n', '\r\n')
const values = fc.constantFrom(
  'A',
  'A: b',
  'one, two',
  'a; b, c',
  'first\n    second',
  '',
  '---',
  '"x"',
  'é  f',
  ',',
)
const names = fc.constantFrom('Title', 'tags', 'Tags', 'AUTHORS', 'Date', 'x-y', 'Summary')
const bodies = fc.constantFrom('', '\nBody: x\n', '\n\nBody', 'Body\n', '---\nBody', '...\n')
const written = fc.oneof(
  fc.constantFrom(
    'a',
    'a, b',
    'a; b',
    'x\ny',
    ' lead',
    'trail ',
    '',
    'a\n\nb',
    '\ttab',
    'K: v',
    '---',
    '\ud800',
    '\u0085',
    '\ufeff',
    ';',
    ',',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const added: fc.Arbitrary<AddedValue> = fc.oneof(
  written.map((text) => ({ kind: 'text', text }) as const),
  fc.array(written, { maxLength: 3 }).map((items) => {
    return { kind: 'list', items: items.map((text) => ({ kind: 'text', text }) as const) } as const
  }),
)
const edits: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), path: names.map((name) => [name]), value: added }),
  fc.record({ kind: fc.constant('clear' as const), path: names.map((name) => [name]) }),
  fc.record({ kind: fc.constant('append' as const), path: names.map((name) => [name]), value: added }),
  fc.record({
    kind: fc.constant('remove-item' as const),
    path: names.map((name) => [name]),
    index: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant('move-item' as const),
    path: names.map((name) => [name]),
    from: fc.nat(2),
    to: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant('add-key' as const),
    path: fc.constant([]),
    key: fc.oneof(names, written),
    value: added,
  }),
  fc.record({ kind: fc.constant('remove-key' as const), path: names.map((name) => [name]) }),
  fc.record({
    kind: fc.constant('rename-key' as const),
    path: names.map((name) => [name]),
    key: fc.oneof(names, written),
  }),
)

test('any edit is what it means to Pelican, leaves every other header and the body, or is refused', () => {
  const outcomes = new Map<string, number>()
  const headers = fc.uniqueArray(fc.tuple(names, values), { minLength: 1, selector: ([name]) => name })
  fc.assert(
    fc.property(headers, bodies, breaks, edits, (chosen, body, lineBreak, edit) => {
      const post = (chosen.map(([name, value]) => `${name}: ${value}\n`).join('') + body).replaceAll(
        '\n',
        lineBreak,
      )
      const result = editFrontMatter(post, edit, { generator: 'pelican' })
      const outcome = result.kind === 'refused' ? result.refusal.reason : 'changed'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (result.kind === 'refused') return
      const before = pelicanReads(post)
      const after = pelicanReads(changed(post, result))
      expect(after.body).toBe(before.body)
      expect(readFrontMatter(changed(post, result), { generator: 'pelican' }).kind).toBe('fields')
      const name = String(edit.path[0] ?? ('key' in edit ? edit.key : '')).toLowerCase()
      const renamed = edit.kind === 'rename-key' ? edit.key.toLowerCase() : name
      for (const [key, value] of before.meta) if (key !== name) expect(after.meta.get(key)).toEqual(value)
      for (const key of after.meta.keys()) if (key !== renamed) expect(before.meta.has(key)).toBe(true)
      if (edit.kind === 'remove-key') expect(after.meta.has(name)).toBe(false)
      else expect(after.meta.get(renamed)).toEqual(meant(edit, before.meta.get(name), post))
    }),
    { numRuns: 4000 },
  )
  expect(outcomes.get('changed')).toBeGreaterThan(800)
})

/** The lines or items that Pelican should read after `edit` where it read `old`. */
function meant(edit: FieldEdit, old: readonly string[] = [], post: string): unknown {
  const isList = /^(?:tags|authors)$/i.test(String(edit.path[0] ?? ('key' in edit ? edit.key : '')))
  switch (edit.kind) {
    case 'set':
    case 'add-key': {
      if (edit.value.kind === 'list') return edit.value.items.map((item) => item.kind === 'text' && item.text)
      if (edit.value.kind !== 'text') return null
      const lines = edit.value.text.split(/\r?\n/)
      return isList ? pelicanReads(`Tags: ${lines.join('\n    ')}`).meta.get('tags') : lines
    }
    case 'clear':
      return isList ? [] : ['']
    case 'append':
      return [...old, edit.value.kind === 'text' && edit.value.text]
    case 'remove-item':
      return old.toSpliced(edit.index, 1)
    case 'move-item':
      if (edit.from === edit.to) return old
      return old.toSpliced(edit.from, 1).toSpliced(edit.to, 0, old[edit.from] as string)
    case 'rename-key': {
      const key = edit.key.toLowerCase()
      const line = new RegExp(`^${edit.path[0]}:`, 'im')
      return pelicanReads(post.replace(line, `${key}:`)).meta.get(key)
    }
    default:
      return null
  }
}
