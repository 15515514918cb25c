import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type {
  Field,
  FieldEdit,
  FieldValue,
  FrontMatter,
  LocateOptions,
} from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { corpus } from '../corpus'
import { seededRandom } from '../nasty-values'
import { randomEdit, valuesIn } from '../random-edits'
import { type RandomPost, randomYamlPost } from '../random-posts'

/** The edit that takes back `edit` of what `read` was read from; null when there is none that gives the same text. */
function inverseOf(edit: FieldEdit, read: FrontMatter): FieldEdit | null {
  const value = valuesIn(read).find(({ path }) => path.join('\0') === edit.path.join('\0'))?.value
  switch (edit.kind) {
    case 'add-key': {
      const isFilled =
        edit.path.length === 0 ? read.kind === 'fields' && read.fields.length > 0 : hasParts(value)
      return isFilled ? { kind: 'remove-key', path: [...edit.path, edit.key] } : null
    }
    case 'append':
      return value?.kind === 'list' && value.items.length > 0
        ? { kind: 'remove-item', path: edit.path, index: value.items.length }
        : null
    case 'move-item':
      return { kind: 'move-item', path: edit.path, from: edit.to, to: edit.from }
    case 'rename-key': {
      const key = String(edit.path.at(-1))
      // a name that a file has without quotes and that we would not write so comes back with some
      const isPlain = /^(?:title|date|draft|tags|author|summary|params|x|a|b|name|url|team)$/.test(key)
      return isPlain ? { kind: 'rename-key', path: [...edit.path.slice(0, -1), edit.key], key } : null
    }
    default:
      return null
  }
}

function hasParts(value: FieldValue | undefined): boolean {
  return value?.kind === 'map' && value.entries.length > 0
}

function edited(text: string, edit: FieldEdit, options: LocateOptions): string | null {
  const result = editFrontMatter(text, edit, options)
  return result.kind === 'refused' ? null : applyTextChanges(text, result.changes)
}

test('ten edits in a row, then each taken back that can be: the text as it was', () => {
  let takenBack = 0
  let refused = 0
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = seededRandom(seed)
      const post = seed % 4 === 0 ? (corpus[seed % corpus.length] as RandomPost) : randomYamlPost(random)
      let { text } = post
      for (let step = 0; step < 10; step++) {
        const read = readFrontMatter(text, post.options)
        const edit = randomEdit(read, random)
        const after = edited(text, edit, post.options)
        if (after === null) continue
        const inverse = after === text ? null : inverseOf(edit, read)
        const back = inverse === null ? null : edited(after, inverse, post.options)
        if (inverse !== null && back === null) refused++
        if (back !== null) {
          expect([back, edit, after]).toEqual([text, edit, after])
          takenBack++
        }
        text = after
      }
    }),
    { numRuns: 300, seed: 20_240_501 },
  )
  expect(takenBack).toBeGreaterThan(300)
  // an inverse may be refused: a comment that the item got in the meantime, a name that needs other quotes
  expect(refused).toBeLessThan(takenBack / 10)
})

/** Every field with the source of its value, without those on the way to `edit`. */
function sourcesBeside(text: string, fields: readonly Field[], edit: FieldEdit): readonly string[] {
  return fields
    .filter(({ key }) => key !== edit.path[0])
    .map(({ keyRange, valueRange }) => text.slice(keyRange.from, Math.max(keyRange.to, valueRange.to)))
}

test('the characters of every other field stay as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = seededRandom(seed)
      const { text, options } = randomYamlPost(random)
      const read = readFrontMatter(text, options)
      const edit = randomEdit(read, random)
      const after = edited(text, edit, options)
      if (after === null || read.kind !== 'fields' || edit.path.length === 0) return
      const now = readFrontMatter(after, options)
      if (now.kind !== 'fields') throw new Error(now.kind)
      const renamed = edit.kind === 'rename-key' && edit.path.length === 1 ? edit.key : edit.path[0]
      expect(sourcesBeside(after, now.fields, { ...edit, path: [renamed ?? ''] })).toEqual(
        sourcesBeside(text, read.fields, edit),
      )
    }),
    { numRuns: 600 },
  )
})
