import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { PostCollection } from '#shared/contract/field'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const posts = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [
    `content/posts/post-${day}.md`,
    `---\ntitle: "Post ${day}"\ndate: 2024-03-0${day}\nmood: ${day > 3 ? 'good' : 'better'}\n---\nText\n`,
  ]),
)

async function describeWith(files: Readonly<Record<string, string>>): Promise<{
  readonly collection: PostCollection
  readonly again: (path: string, text: string) => Promise<PostCollection>
}> {
  const root = await createTemporaryFolder()
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  for (const [path, text] of Object.entries({ ...posts, ...files })) await put(path, text)
  const harness = await createHarness()
  const { id } = await harness.open(root)
  const describeAgain = () =>
    harness.call('posts.describeCollection', { blog: id, path: post('content/posts/post-1.md') })
  return {
    collection: await describeAgain(),
    again: async (path, text) => {
      await put(path, text)
      return describeAgain()
    },
  }
}

const fieldOf = ({ fields }: PostCollection, key: string) => fields.find((field) => field.key === key)

test('a collection has what the CMS says of it, with file and line, and what its posts teach besides', async () => {
  const { collection } = await describeWith({
    'static/admin/config.yml': `
collections:
  - name: posts
    label: Journal
    folder: content/posts
    fields:
      - { name: title, label: Headline, widget: string, hint: Short }
      - { name: date, label: Day, widget: datetime }
      - { name: cover, label: Cover, widget: image, required: false }
      - { name: mood, widget: select, options: [great, good], required: false }
      - { name: body, widget: markdown }
`,
  })
  expect(collection.label).toBe('Journal')
  expect(collection.problems).toEqual([])
  expect(collection.fields.map(({ key, label, kind }) => `${key} ${label} ${kind}`)).toEqual([
    'title Headline text',
    'date Day date',
    'cover Cover image',
    'mood Mood choice',
  ])
  expect(fieldOf(collection, 'title')).toMatchObject({
    share: 1,
    hint: 'Short',
    isRequired: true,
    habit: { quotes: 'double' },
    origins: { label: { file: 'static/admin/config.yml', line: 7 } },
  })
  expect(fieldOf(collection, 'date')?.habit.datePattern).toBe('YYYY-MM-DD')
  expect(fieldOf(collection, 'mood')).toMatchObject({
    isRequired: false,
    choices: [
      { value: 'great', label: null, count: 0 },
      { value: 'good', label: null, count: 2 },
      // in use, though the CMS does not know it
      { value: 'better', label: null, count: 3 },
    ],
  })
})

test('.galley.yml overrides the CMS, and its mistakes come with their line', async () => {
  const { collection, again } = await describeWith({
    'static/admin/config.yml':
      'collections: [{ folder: content/posts, fields: [{ name: title, label: From the CMS }] }]',
  })
  expect(fieldOf(collection, 'title')?.label).toBe('From the CMS')
  const changed = await again(
    '.galley.yml',
    'collections:\n  - folder: content/posts\n    fields:\n      title:\n        label: Mine\n        requird: false\n',
  )
  expect(fieldOf(changed, 'title')).toMatchObject({
    label: 'Mine',
    isRequired: true,
    origins: {
      label: { file: '.galley.yml', line: 5 },
      isRequired: { file: 'static/admin/config.yml', line: 1 },
    },
  })
  expect(changed.problems).toEqual([
    {
      origin: { file: '.galley.yml', line: 6 },
      message: '“requird” is no setting of a field. Did you mean “required”?',
    },
  ])
})

test('a kind that is configured later comes with the values in use, though no post changed', async () => {
  const { collection, again } = await describeWith({})
  expect(fieldOf(collection, 'mood')).toMatchObject({ kind: 'text', choices: [] })
  const changed = await again(
    '.galley.yml',
    'collections: [{ folder: content/posts, fields: { mood: { kind: choice } } }]',
  )
  expect(fieldOf(changed, 'mood')).toMatchObject({
    kind: 'choice',
    choices: [
      { value: 'better', count: 3 },
      { value: 'good', count: 2 },
    ],
  })
})

test('a configuration that cannot be read leaves the form as the posts teach it', async () => {
  const { collection } = await describeWith({ '.galley.yml': `a: ${'['.repeat(500_000)}` })
  expect(collection.fields.map(({ key }) => key)).toEqual(['title', 'date', 'mood'])
  expect(collection.problems.map(({ origin }) => origin)).toEqual([{ file: '.galley.yml', line: 1 }])
})
