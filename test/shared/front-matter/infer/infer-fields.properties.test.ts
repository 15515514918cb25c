import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FieldSchema } from '#shared/contract/field'
import { type CheckedPost, checkFields } from '#shared/front-matter/infer/check-fields'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { observePost } from '#shared/front-matter/infer/observe-post'
import { readFrontMatter } from '#shared/front-matter/read'

const key = fc.constantFrom(
  'title',
  'Title',
  'date',
  'tags',
  'author',
  'image',
  'og_a',
  'og_b',
  'og_c',
  '"__proto__"',
  '"a.b"',
  '🖋',
)
const scalar = fc.oneof(
  fc.constantFrom(
    '',
    '~',
    '""',
    'yes',
    'False',
    '7',
    '1.50',
    '"7"',
    '2024-01-01',
    '2024-01-01 12:30:00 +0200',
  ),
  fc.constantFrom(
    '"May 31, 2018"',
    'a.png',
    '/b/c.jpg',
    "'it''s'",
    '|\n  two\n  lines',
    '"a\\nb"',
    `"${'long '.repeat(60)}"`,
  ),
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
)
const inline = scalar.filter((source) => !source.includes('\n'))
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(inline, { maxLength: 3 }).map((items) => `[${items.map((item) => item || '~').join(', ')}]`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `\n  - ${item}`).join('')),
  fc.tuple(key, inline).map(([name, inner]) => `\n  ${name}: ${inner}`),
  fc.tuple(key, inline).map(([name, inner]) => `\n  - ${name}: ${inner}`),
  fc.constant('[[1], {a: [b]}]'),
)
const post = fc
  .uniqueArray(fc.tuple(key, value), { maxLength: 6, selector: ([name]) => name })
  .map((pairs) => `---\n${pairs.map(([name, source]) => `${name}: ${source}\n`).join('')}---\n`)
const archive = fc.array(post, { maxLength: 12 })

function checkedPosts(texts: readonly string[]): readonly CheckedPost[] {
  return texts.flatMap((text) => {
    const frontMatter = readFrontMatter(text)
    const observed = observePost(text, {}, true)
    return frontMatter.kind === 'fields' && observed !== null
      ? [{ name: 'post', fields: frontMatter.fields, observed }]
      : []
  })
}

describe('whatever an archive holds', () => {
  test('its form is one that the contract carries, with every key once', () => {
    fc.assert(
      fc.property(archive, (texts) => {
        const fields = inferFields(checkedPosts(texts).map(({ observed }) => observed))
        expect(FieldSchema.array().parse(fields)).toEqual(fields)
        const keys = fields.map((field) => field.key.toLowerCase())
        expect(new Set(keys).size).toBe(keys.length)
        for (const { share, isRequired, isRare } of fields) {
          expect(share > 0 && share <= 1).toBe(true)
          expect(isRequired && isRare).toBe(false)
        }
      }),
    )
  })

  test('a field that has a control has room in it for a quarter of its values, however odd they are', () => {
    fc.assert(
      fc.property(archive, (texts) => {
        const posts = checkedPosts(texts)
        const fields = inferFields(posts.map(({ observed }) => observed))
        for (const [index, { valueCount, exceptions }] of checkFields(fields, posts).entries())
          if (fields[index]?.kind !== 'other' && fields[index]?.fields.length === 0)
            expect((valueCount - exceptions.length) * 4).toBeGreaterThanOrEqual(valueCount)
      }),
    )
  })

  test('the order of its posts decides no kind', () => {
    fc.assert(
      fc.property(archive, (texts) => {
        const kinds = (posts: readonly CheckedPost[]) =>
          inferFields(posts.map(({ observed }) => observed))
            .map((field) => `${field.key.toLowerCase()} ${field.kind}`)
            .toSorted()
        const posts = checkedPosts(texts)
        expect(kinds(posts.toReversed())).toEqual(kinds(posts))
      }),
    )
  })
})
