import fc from 'fast-check'
import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { editFrontMatter, setField } from '#shared/front-matter/edit'
import type { Field, FieldPath } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { isWhatEditMeans } from '../expected-value'
import { oneOf, seededRandom } from '../nasty-values'
import { changed } from '../outcome'
import { randomEdit, valuesIn } from '../random-edits'
import { randomValidToml } from './random-toml'

const body = 'Body\n+++\ntitle = 1\n'

/** A block of TOML, and the random numbers that go on from it. */
const documents = fc.noShrink(fc.integer()).map((seed) => {
  const random = seededRandom(seed)
  return { block: randomValidToml(random), random }
})

function post(block: string): string {
  const lineBreak = block.includes('\r\n') ? '\r\n' : '\n'
  return `+++${lineBreak}${block}+++${lineBreak}${body}`
}

function blockOf(text: string): string {
  return text.slice(text.indexOf('\n') + 1, text.length - body.length).replace(/\+\+\+\r?\n$/, '')
}

function valuesOf(block: string): Record<string, unknown> {
  return parse(block.replaceAll('\r\n', '\n'), { integersAsBigInt: true })
}

function fieldsOf(text: string): readonly Field[] {
  const read = readFrontMatter(text)
  if (read.kind !== 'fields') throw new Error(`not read: ${JSON.stringify(read)}`)
  return read.fields
}

/** All fields, those of maps within them included. */
function everyField(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    return field.value.kind === 'map' ? [field, ...everyField(field.value.entries)] : [field]
  })
}

function valueAt(values: unknown, path: FieldPath): unknown {
  return path.reduce((value, step) => (value as Record<string | number, unknown>)[step], values)
}

const commentsOf = (block: string): readonly string[] => block.match(/# (?:note|"quote \[|a = 1)|#x/g) ?? []

describe('whatever TOML a post has', () => {
  test('each key and each single value is where its range says', () => {
    fc.assert(
      fc.property(documents, ({ block }) => {
        const text = post(block)
        for (const { key, keyRange, value, valueRange } of everyField(fieldsOf(text))) {
          const keySource = text.slice(keyRange.from, keyRange.to)
          expect(Object.keys(parse(`${keySource} = 1`))).toEqual([key])
          const source = text.slice(valueRange.from, valueRange.to)
          if (value.kind === 'plain') expect(source).toBe(value.source)
          if (value.kind === 'text') expect(valuesOf(`key = ${source}`).key).toBe(value.text)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('an edit means what another parser reads and keeps every comment, or is refused', () => {
    fc.assert(
      fc.property(documents, ({ block, random }) => {
        const text = post(block)
        const edit = randomEdit(readFrontMatter(text), random)
        const result = editFrontMatter(text, edit)
        if (result.kind === 'refused') return
        const after = applyTextChanges(text, result.changes)
        expect(after.endsWith(text.slice(text.length - body.length))).toBe(true)
        const plain = (source: string) => valuesOf(`key = ${source}`).key
        expect(isWhatEditMeans(valuesOf(block), valuesOf(blockOf(after)), edit, plain)).toBe(true)
        if (edit.kind === 'remove-key' || edit.kind === 'remove-item' || edit.kind === 'move-item') return
        if (JSON.stringify(edit).includes('#')) return
        expect(commentsOf(after)).toEqual(commentsOf(text))
      }),
      { numRuns: 1500 },
    )
  })

  test('a text set anywhere comes back exactly, is found to be there already, and set back means what it did', () => {
    fc.assert(
      fc.property(documents, fc.string({ unit: 'binary' }), ({ block, random }, value) => {
        fc.pre(!/\p{Surrogate}|\0/u.test(value))
        const text = post(block)
        const texts = valuesIn(readFrontMatter(text)).filter((placed) => placed.value.kind === 'text')
        const target = texts.length === 0 ? undefined : oneOf(random, texts)
        if (target?.value.kind !== 'text') return
        const after = changed(text, setField(text, target.path, { kind: 'text', text: value }))
        expect(valueAt(valuesOf(blockOf(after)), target.path)).toBe(value)
        expect(setField(after, target.path, { kind: 'text', text: value })).toEqual({
          kind: 'changed',
          changes: [],
        })
        const back = changed(after, setField(after, target.path, target.value))
        expect(valuesOf(blockOf(back))).toEqual(valuesOf(blockOf(text)))
      }),
      { numRuns: 600 },
    )
  })

  test('a key added to the root, to a table or to braces and removed again leaves the file as it was', () => {
    fc.assert(
      fc.property(documents, ({ block, random }) => {
        const text = post(block)
        const maps = valuesIn(readFrontMatter(text)).filter(({ value }) => value.kind === 'map')
        const path = oneOf(random, [[], ...maps.map((map) => map.path)])
        const value = { kind: 'text', text: 'B' } as const
        const added = editFrontMatter(text, { kind: 'add-key', path, key: 'added', value })
        if (added.kind === 'refused') throw new Error(added.refusal.message)
        const after = applyTextChanges(text, added.changes)
        const removed = editFrontMatter(after, { kind: 'remove-key', path: [...path, 'added'] })
        // a table that got a heading for its first own key keeps it, and braces that held blanks only are closed
        const tidy = (source: string) =>
          source.replace(/^\[.*\]\r?\n(?:\r?\n)?(?=\[)/gm, '').replaceAll(/\{ *\}/g, '{}')
        expect(tidy(changed(after, removed))).toBe(tidy(text))
      }),
      { numRuns: 400 },
    )
  })
})

test('whatever stands between +++ is read or refused, and nothing throws', () => {
  const pieces = fc.constantFrom(
    'a',
    'title',
    ' = ',
    '=',
    '\n',
    '[',
    ']',
    '[[',
    ']]',
    '{',
    '}',
    ',',
    '"',
    "'",
    '"""',
    "'''",
    '# c',
    '\\',
    '.',
    '1',
    '2024-05-31',
    'true',
    'inf',
    '\r',
    '\r\n',
    '\t',
    '\u0000',
    '\ud800',
    '\ufeff',
    '__proto__',
    '-',
    '+',
    '_',
    'é',
    '[a]\n',
    'a = 1\n',
    'a.b = 1\n',
    '[[a]]\n',
  )
  const blocks = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(blocks, documents, (block, { random }) => {
      const text = `+++\n${block}\n+++\n${body}`
      const read = readFrontMatter(text)
      const result = editFrontMatter(text, randomEdit(read, random))
      if (read.kind === 'unreadable') expect(read.offset).toBeLessThanOrEqual(text.length)
      if (result.kind === 'refused') expect(result.refusal.offset).toBeLessThanOrEqual(text.length)
      else expect(applyTextChanges(text, result.changes).endsWith(body)).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
