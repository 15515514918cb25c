import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addField,
  appendToList,
  moveInList,
  removeField,
  removeFromList,
  setField,
} from '#shared/front-matter/edit'
import type { AddedValue, EditResult } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { changed, changedLines, parsedByAll } from '../outcome'

const text = (value: string): AddedValue => ({ kind: 'text', text: value })
const options = { openerless: true, pelican: false }

/** Post texts around one title line, in each dialect, with either line ending. */
const dialects = fc.constantFrom(
  (title: string) => `---\n${title}\ntags: [a, b]\n---\nBody\n---\n`,
  (title: string) => `---\ntags:\n  - a # why\n${title} # keep\n...\nBody`,
  (title: string) => `${title}\npublished_on: "May 31, 2018"\n...\n\nBody`,
  (title: string) => `${title}\ndate: 2018-05-31\n---\nBody`,
  (title: string) => `\ufeff---\r\n# note\r\n${title}\r\nzip: 012\r\n---\r\nBody\r\n`,
  (title: string) => `---\n{${title}, other: [x]}\n---\nBody`,
)
const styles = fc.constantFrom('title: old', 'title: "old"', "title: 'old'", 'title: ""', 'title: {{ old }}')
const posts = fc.tuple(dialects, styles).map(([dialect, title]) => dialect(title))

const hard = fc.constantFrom(
  'no',
  '~',
  '012',
  '1e3',
  '- a',
  'a: b',
  'a #b',
  '---',
  '...',
  '{{ x }}',
  '"',
  "'",
  '\\',
  '%',
  '@',
  '*a',
  '&a',
  '!x',
  '|',
  '>',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\t',
  '\n',
  '\r\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  ': ',
  ' ',
  '\u00a0',
  '\u{1f600}',
  '<<',
  '=',
)
/** Any text that has a form in UTF-8, with what is special to YAML far more often than by chance. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hard, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.double().map(String),
  )
  .filter((text) => !/\p{Surrogate}|\0/u.test(text))

describe('whatever is set as a title', () => {
  test('comes back as that string from every parser, and only its line differs', () => {
    fc.assert(
      fc.property(posts, texts, (post, title) => {
        const after = changed(post, setField(post, ['title'], { kind: 'text', text: title }, options))
        for (const parsed of parsedByAll(after, options)) expect(parsed.title).toBe(title)
        const read = readFrontMatter(after, options)
        const field = read.kind === 'fields' ? read.fields.find(({ key }) => key === 'title') : undefined
        expect(field?.value).toEqual({ kind: 'text', text: title })
        expect(changedLines(post, after).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 600 },
    )
  })

  test('is found to be there already when it is set again', () => {
    fc.assert(
      fc.property(posts, texts, (post, title) => {
        const value = { kind: 'text', text: title } as const
        const after = changed(post, setField(post, ['title'], value, options))
        expect(setField(after, ['title'], value, options)).toEqual({ kind: 'changed', changes: [] })
      }),
    )
  })

  test('set and set back is the text as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('title: "old"', "title: 'old'"),
        dialects,
        texts,
        (line, dialect, title) => {
          fc.pre(!/[^\x20-\x7e]/.test(title) || line.includes('"'))
          const post = dialect(line)
          const once = changed(post, setField(post, ['title'], { kind: 'text', text: title }, options))
          const back = changed(once, setField(once, ['title'], { kind: 'text', text: 'old' }, options))
          expect(back).toBe(post)
        },
      ),
    )
  })
})

test('any lines set in a block scalar come back from every parser, with its ending while it stays one', () => {
  const headers = fc.constantFrom(['|', '\n'], ['|-', ''], ['>', '\n'], ['>-', ''], ['|+', '\n\n'])
  const breaks = fc.constantFrom('\n', '\r\n')
  fc.assert(
    fc.property(headers, breaks, texts, ([header, ending], lineBreak, text) => {
      fc.pre(!text.endsWith('\n'))
      const post = ['---', `s: ${header}`, '    old', '    text', '', 'z: 1 # keep', '---', 'Body'].join(
        lineBreak,
      )
      const after = changed(post, setField(post, ['s'], { kind: 'text', text }))
      const s = /^s: [|>]/m.test(after) ? text + ending : text
      for (const parsed of parsedByAll(after)) expect(parsed).toEqual({ s, z: 1 })
      expect(after.endsWith(['z: 1 # keep', '---', 'Body'].join(lineBreak))).toBe(true)
    }),
    { numRuns: 250 },
  )
})

test('any item appended to a list comes back from every parser, behind the others', () => {
  const lists = fc.constantFrom('tags: [a]', 'tags:\n  - a # why', 'tags: [\n  a,\n]', "tags:\n- 'a'")
  fc.assert(
    fc.property(lists, texts, (list, item) => {
      const post = `---\n${list}\nz: 1\n---\n`
      const after = changed(post, appendToList(post, ['tags'], item))
      for (const parsed of parsedByAll(after)) expect(parsed).toEqual({ tags: ['a', item], z: 1 })
      expect(changed(after, removeFromList(after, ['tags'], 1))).toBe(post)
    }),
    { numRuns: 250 },
  )
})

test('any key added comes back from every parser, and removing it is the text as it was', () => {
  fc.assert(
    fc.property(posts, texts, texts, (post, key, value) => {
      fc.pre(
        !['', 'title', '__proto__'].includes(key) && !parsedByAll(post, options).some((all) => key in all),
      )
      const result = addField(post, key, { kind: 'text', text: value }, options)
      if (result.kind === 'refused') return
      const after = applyTextChanges(post, result.changes)
      for (const parsed of parsedByAll(after, options)) expect(parsed[key]).toBe(value)
      expect(changed(after, removeField(after, key, options))).toBe(post)
    }),
  )
})

describe('whatever the front matter is', () => {
  const pieces = fc.constantFrom(
    'a',
    'title',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n- ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '# c',
    ' #',
    '|',
    '>-',
    '&x ',
    '*x',
    '!!str ',
    '!t ',
    '1',
    'yes',
    '~',
    '<<',
    '?',
    '\t',
    '\r\n',
    '---\n',
    '...\n',
    '\u00a0',
    '__proto__',
    '%',
  )
  const blocks = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  const edits: readonly ((post: string, value: string) => EditResult)[] = [
    (post, value) => setField(post, ['title'], { kind: 'text', text: value }),
    (post, value) => setField(post, ['title', 'a'], { kind: 'plain', source: value }),
    (post, value) => setField(post, ['title', 0], { kind: 'text', text: value }),
    (post, value) => setField(post, ['a'], { kind: 'plain', source: value }),
    (post, value) => appendToList(post, ['a'], value),
    (post) => removeFromList(post, ['a'], 0),
    (post) => moveInList(post, ['a'], 1, 0),
    (post, value) => addField(post, value, { kind: 'text', text: value }),
    (post, value) => addField(post, 'new', { kind: 'list', items: [text(value), text(value)] }),
    (post) => removeField(post, 'a'),
  ]

  test('an edit is refused or changes the front matter only, and nothing throws', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(...edits), texts, (block, edit, value) => {
        const post = `---\n${block}\n---\nBody: x\n---\n`
        readFrontMatter(post)
        const result = edit(post, value)
        if (result.kind === 'refused') {
          expect(result.refusal.offset).toBeGreaterThanOrEqual(0)
          expect(result.refusal.offset).toBeLessThanOrEqual(post.length)
          return
        }
        expect(result.changes.length).toBeLessThanOrEqual(1)
        const after = applyTextChanges(post, result.changes)
        const body = post.slice(post.indexOf('\n---\n', 3))
        expect(after.endsWith(body)).toBe(true)
        expect(after.startsWith('---\n')).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
