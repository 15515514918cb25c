import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createObservedPosts } from '#services/posts/observed-posts'
import { createPostIndex } from '#services/posts/post-index'
import type { FieldSchema } from '#shared/contract/field'
import { PostPath } from '#shared/contract/post-path'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  const collectionOf = (path: string) =>
    harness.call('posts.describeCollection', { blog, path: PostPath.parse(path) })
  const fieldOf = async (path: string, key: string): Promise<FieldSchema> => {
    const field = (await collectionOf(path)).fields.find((field) => field.key === key)
    if (field === undefined) throw new Error(`no field ${key}`)
    return field
  }
  return { root, collectionOf, fieldOf }
}

const post = (more = '') => `---\ntitle: A\ndate: 2024-01-01\n${more}---\nText\n`
const postsIn = (folder: string, count: number, more = ''): FileTree =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/p${index}.md`, post(more)]))

describe('the collection of a post', () => {
  test('is told with its name, its size and the delimiters that its posts have', async () => {
    const { collectionOf } = await openBlog({
      'content/trip-notes/a.md': '+++\ntitle = "A"\ndate = 2024-01-01\n+++\n',
      'content/trip-notes/b.md': '+++\ntitle = "B"\ndate = 2024-01-01\n+++\n',
      'content/trip-notes/c.md': post(),
    })
    expect(await collectionOf('content/trip-notes/new.md')).toMatchObject({
      folder: 'content/trip-notes',
      label: 'Trip notes',
      postCount: 3,
      dialect: 'toml',
      problems: [],
    })
  })

  test('is the one above for a folder with few posts, and the posts’ for a draft', async () => {
    const { collectionOf } = await openBlog({
      ...postsIn('blog', 6, 'mood: calm\n'),
      'blog/series/one.md': post(),
      ...postsIn('_posts', 5),
      '_drafts/idea.md': post('mood: none\n'),
    })
    expect(await collectionOf('blog/series/one.md')).toMatchObject({ folder: 'blog', postCount: 7 })
    expect(await collectionOf('_drafts/idea.md')).toMatchObject({ folder: '_posts', label: 'Posts' })
  })

  test('of an empty blog has no fields', async () => {
    const { collectionOf } = await openBlog({ 'about.txt': 'Nothing yet' })
    expect(await collectionOf('posts/first.md')).toMatchObject({ postCount: 0, fields: [], dialect: 'yaml' })
  })

  test('asks nothing of drafts', async () => {
    const { fieldOf } = await openBlog({
      ...postsIn('posts', 6, 'mood: calm\n'),
      'posts/x.md': post('draft: true\n'),
      'posts/y.md': post('draft: true\n'),
    })
    expect(await fieldOf('posts/x.md', 'mood')).toMatchObject({ share: 6 / 8, isRequired: true })
  })

  test('is learnt from all posts, however many', async () => {
    const { fieldOf } = await openBlog({
      ...postsIn('posts', 700),
      'posts/old.md': '---\ntitle: Old\ndate: 1999-01-01\nmood: calm\n---\n',
    })
    expect((await fieldOf('posts/p0.md', 'mood')).share).toBeCloseTo(1 / 701)
  })

  test('follows its posts: what is written, added or removed counts at once', async () => {
    const { root, fieldOf, collectionOf } = await openBlog(postsIn('posts', 3, 'tags: [a]\n'))
    const choices = async () => (await fieldOf('posts/p0.md', 'tags')).choices.map(({ value }) => value)
    expect(await choices()).toEqual(['a'])
    await writeFile(join(root, 'posts/p1.md'), post('tags: [a, b]\n'))
    expect(await choices()).toEqual(['a', 'b'])
    await writeFile(join(root, 'posts/p9.md'), post('tags: [b, b2]\n'))
    await rm(join(root, 'posts/p0.md'))
    expect(await choices()).toEqual(['a', 'b', 'b2'])
    expect((await collectionOf('posts/p1.md')).postCount).toBe(3)
  })
})

test('a file that has not changed is not read again', async () => {
  const root = await createTemporaryFolder()
  await writeFiles(root, postsIn('posts', 2))
  const scan = await createPostIndex(root).scan()
  const observed = createObservedPosts()
  const before = await observed.of(scan, scan.list.posts)
  const revision = observed.revision()
  // the scan knows nothing of this
  await rm(join(root, 'posts'), { recursive: true })
  expect(await observed.of(scan, scan.list.posts)).toEqual(before)
  expect(observed.revision()).toBe(revision)
  const [file] = [...scan.files.values()]
  if (file === undefined) throw new Error('no files')
  const files = new Map(scan.files).set(file.path, { ...file, stamp: 'another' })
  expect(await observed.of({ ...scan, files }, scan.list.posts)).toHaveLength(1)
})

describe('data files', () => {
  const authors = 'ann:\n  name: Ann Smith\nben:\n  name: Ben Jones\n'

  test.each(['blog/authors.yml', '_data/authors.yml', 'src/_data/authors.yml', 'data/team.yaml'])(
    'name the authors: %s',
    async (file) => {
      const { fieldOf } = await openBlog({
        'blog/a.md': post('author: ben\n'),
        'blog/b.md': post('author: ben\n'),
        [file]: authors,
      })
      expect(await fieldOf('blog/a.md', 'author')).toMatchObject({
        kind: 'reference',
        choices: [
          { value: 'ben', label: 'Ben Jones', count: 2 },
          { value: 'ann', label: 'Ann Smith', count: 0 },
        ],
        origins: { choices: { file, line: 1 } },
      })
    },
  )

  test.each([
    ['JSON', '_data/authors.json', '[{"id": "ann", "name": "Ann Smith"}, {"name": "Ben"}, 7]'],
    ['TOML', 'data/authors.toml', '[ann]\nname = "Ann Smith"\n[Ben]\n'],
  ])('may be %s', async (_, file, text) => {
    const { fieldOf } = await openBlog({ 'posts/a.md': post('authors: [ann]\n'), [file]: text })
    expect(await fieldOf('posts/a.md', 'authors')).toMatchObject({
      kind: 'list',
      choices: [
        { value: 'ann', label: 'Ann Smith', count: 1 },
        { value: 'Ben', label: null, count: 0 },
      ],
    })
  })

  test('may be one for each thing', async () => {
    const { fieldOf } = await openBlog({
      'posts/a.md': post('author: ann\n'),
      'data/authors/ann.yml': 'name: Ann Smith\n',
      'data/authors/ben.json': '{"bio": "Writes"}',
    })
    expect((await fieldOf('posts/a.md', 'author')).choices).toEqual([
      { value: 'ann', label: 'Ann Smith', count: 1 },
      { value: 'ben', label: null, count: 0 },
    ])
  })

  test('offer names where posts write names', async () => {
    const { fieldOf } = await openBlog({
      'blog/a.md': post('author: Ann Smith\n'),
      'blog/authors.yml': authors,
    })
    expect((await fieldOf('blog/a.md', 'author')).choices).toEqual([
      { value: 'Ann Smith', label: null, count: 1 },
      { value: 'Ben Jones', label: null, count: 0 },
    ])
  })

  test('about other things suggest nothing', async () => {
    const { fieldOf } = await openBlog({
      'posts/a.md': post('author: Ann\nmood: home\n'),
      'posts/b.md': post('author: Ann\nmood: about\n'),
      '_data/navigation.yml': '- title: home\n- title: about\n',
      '_data/authors.yml': 'zoe:\n  name: Zoe\n',
    })
    expect((await fieldOf('posts/a.md', 'author')).choices.map(({ value }) => value)).toEqual(['Ann'])
    expect(await fieldOf('posts/a.md', 'mood')).toMatchObject({ kind: 'text', choices: [] })
  })

  test('know a field’s values by whatever name, when they know all of them', async () => {
    const { fieldOf } = await openBlog({
      ...Object.fromEntries(
        ['oak', 'elm', 'ash'].map((tree) => [`posts/${tree}.md`, post(`tree: ${tree}\n`)]),
      ),
      '_data/forest.yml': 'oak: {}\nelm: {}\nash: {}\nyew: {title: The yew}\n',
    })
    expect(await fieldOf('posts/oak.md', 'tree')).toMatchObject({ kind: 'reference' })
  })

  test('follow the disk', async () => {
    const { root, fieldOf } = await openBlog({
      'blog/a.md': post('author: ann\n'),
      'blog/authors.yml': authors,
    })
    expect((await fieldOf('blog/a.md', 'author')).choices).toHaveLength(2)
    await writeFile(join(root, 'blog/authors.yml'), 'ann: {name: Ann}\n')
    expect((await fieldOf('blog/a.md', 'author')).choices).toEqual([{ value: 'ann', label: 'Ann', count: 1 }])
    await rm(join(root, 'blog/authors.yml'))
    expect((await fieldOf('blog/a.md', 'author')).choices).toEqual([{ value: 'ann', label: null, count: 1 }])
  })

  test('that are broken, too large, hostile or outside the blog suggest nothing and stop nothing', async () => {
    const { root, fieldOf } = await openBlog({
      'posts/a.md': post('author: ann\n'),
      '_data/authors.yml': 'ann: {name: [unclosed\n',
      '_data/people.json': `{"ann": "${'x'.repeat(600_000)}"}`,
      '_data/team.yml': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`)}]\n`)
        .join('')}`,
      '_data/members.yml': 'zoe: !!js/function "function () { throw 1 }"\n__proto__: {name: Proto}\n',
    })
    const outside = await createTemporaryFolder()
    await writeFile(join(outside, 'authors.yml'), 'ann: {name: Spy}\n')
    await symlink(outside, join(root, 'data'))
    await mkdir(join(root, 'src'))
    await symlink(join(outside, 'authors.yml'), join(root, 'authors.yml'))
    const { choices } = await fieldOf('posts/a.md', 'author')
    expect(choices.filter(({ count }) => count > 0)).toEqual([{ value: 'ann', label: null, count: 1 }])
  })
})

test('the blog’s own configuration has the last word', async () => {
  const { fieldOf } = await openBlog({
    ...postsIn('posts', 5, 'mood: calm\n'),
    '.galley.yml': 'collections:\n  - folder: posts\n    fields:\n      mood:\n        label: How it felt\n',
  })
  expect(await fieldOf('posts/p0.md', 'mood')).toMatchObject({ label: 'How it felt', share: 1 })
})
