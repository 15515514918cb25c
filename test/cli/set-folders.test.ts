import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { createRepository, type FileTree, type TestRepository } from '../helpers/git-repository'
import { galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const toml = `+++\ntitle = 'A Hugo post' # why\ndate = 2024-05-01T10:00:00+02:00\ntags = ["go", 'web']\n\n[params]\nx = 1\n+++\n\nBody.\n`
const json = `{\n  "title": "A JSON post",\n  "weight": 1,\n  "tags": [\n    "go"\n  ]\n}\n\nBody.\n`

/** The lines that git counts as added and removed since the last commit, by path. */
async function numstat({ git }: TestRepository): Promise<Readonly<Record<string, string>>> {
  const lines = (await git('diff', '--numstat')).split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [added, removed, path] = line.split('\t')
      return [path ?? '', `${added}/${removed}`]
    }),
  )
}

/** A repository with these files committed. */
async function openRepository(files: FileTree) {
  const repository = await createRepository(files)
  const { root, git } = repository
  return {
    folder: root,
    git,
    numstat: () => numstat(repository),
    read: (path: string) => readFile(join(root, path), 'utf8'),
    async commit() {
      await git('add', '--all')
      await git('commit', '--quiet', '--message=Go on')
    },
  }
}

const engblog = new URL('../fixtures/blogs/engblog', import.meta.url)

describe('over a whole folder, as git counts it', () => {
  test('a title costs one line in each post of a real blog, and a second run nothing', async () => {
    const { folder, commit, numstat, git } = await openRepository({ 'README.md': '# Posts\n' })
    await cp(engblog, folder, { recursive: true })
    await commit()
    const run = await galley(['set', folder, 'src/posts', 'title', 'One: “title” for all'])
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
    const changed = await numstat()
    const markdown = (await git('ls-files', 'src/posts/*.md')).trim().split('\n')
    expect(Object.keys(changed).toSorted()).toEqual(markdown.toSorted())
    expect(new Set(Object.values(changed))).toEqual(new Set(['1/1']))
    const again = await galley(['set', folder, 'src/posts', 'title', 'One: “title” for all'])
    expect(again.stdout.match(/Nothing to change/g)).toHaveLength(markdown.length)
  })

  test('TOML and JSON posts side by side: a title 1/1, a tag at most 1/1 more than its own line', async () => {
    const { folder, commit, numstat, read } = await openRepository({
      'posts/a.md': toml,
      'posts/b.md': json,
    })
    await galley(['set', folder, '.', 'title', 'It is new'])
    expect(await numstat()).toEqual({ 'posts/a.md': '1/1', 'posts/b.md': '1/1' })
    expect(await read('posts/a.md')).toBe(toml.replace('A Hugo post', 'It is new'))
    expect(await read('posts/b.md')).toBe(json.replace('A JSON post', 'It is new'))
    await commit()
    await galley(['set', folder, '.', 'tags', 'new', '--append'])
    expect(await numstat()).toEqual({ 'posts/a.md': '1/1', 'posts/b.md': '2/1' })
    expect(await read('posts/b.md')).toContain('    "go",\n    "new"\n  ]\n}\n\nBody.\n')
    await commit()
    const { code } = await galley(['set', folder, '.', 'date', '2025-01-02T03:04:05Z', '--add'])
    expect(code).toBe(0)
    expect((await numstat())['posts/b.md']).toMatch(/^[12]\/[01]$/)
  })

  test('Pelican’s headers', async () => {
    const header = (title: string) => `Title: ${title}\nDate: 2024-05-01\nTags: a, b\nCategory: x\n\nBody.\n`
    const { folder, numstat, read } = await openRepository({
      'pelicanconf.py': "AUTHOR = 'Ada'\n",
      'content/a.md': header('A'),
      'content/b.md': header('B'),
      'content/c.md': header('C'),
    })
    const run = await galley(['set', folder, 'content', 'Title', 'D'])
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
    expect(await numstat()).toEqual({ 'content/a.md': '1/1', 'content/b.md': '1/1', 'content/c.md': '1/1' })
    expect(await read('content/a.md')).toBe(header('D'))
  })
})

test('posts that are refused are named with the reason; the others are done (1)', async () => {
  const { folder, numstat } = await openRepository({
    'posts/a.md': '---\ntitle: A\ndate: 2024-05-01\n---\n',
    'posts/b.md': '---\nname: B\n---\n',
    'posts/deep/c.md': '---\ntitle: C\ndate: 2024-05-01\n---\n',
    'posts/d.md': '---\ntitle: [\n---\n',
  })
  const { code, stdout, stderr } = await galley(['set', folder, 'posts', 'title', 'New'])
  expect(code).toBe(1)
  expect(stdout).toBe('posts/a.md: Saved. title changed.\nposts/deep/c.md: Saved. title changed.\n')
  expect(stderr).toContain('galley: posts/b.md: The post has no field title.')
  expect(stderr).toMatch(/galley: posts\/d\.md: .*line/)
  expect(stderr).toContain('2 of 4 posts were refused. All others are done.')
  expect(await numstat()).toEqual({ 'posts/a.md': '1/1', 'posts/deep/c.md': '1/1' })
})

test('one refused post among several is told as one', async () => {
  const { folder } = await openRepository({ 'a.md': '---\ntitle: A\n---\n', 'b.md': '---\nname: B\n---\n' })
  const { stderr } = await galley(['set', folder, 'a.md', 'b.md', 'title', 'New'])
  expect(stderr).toContain('1 of 2 posts was refused. All others are done.')
})

test('several posts are done, each once', async () => {
  const { folder } = await openRepository({
    'a.md': '---\ntitle: A\ndate: 2024-05-01\n---\n',
    'b.md': '---\ntitle: B\n---\n',
    'c.md': '---\ntitle: C\ndate: 2024-05-01\n---\n',
  })
  const { stdout } = await galley(['set', folder, 'b.md', 'a.md', 'b.md', 'title', 'New'])
  expect(stdout).toBe('a.md: Saved. title changed.\nb.md: Saved. title changed.\n')
})

test('a folder without posts is refused', async () => {
  const { folder } = await openRepository({
    'a.md': '---\ntitle: A\ndate: 2024-05-01\n---\n',
    'images/x.txt': 'x',
  })
  const { code, stderr } = await galley(['set', folder, 'images', 'title', 'New'])
  expect(code).toBe(1)
  expect(stderr).toContain('No Markdown posts lie in images.')
})

test('where all posts are refused, nothing is said to be done', async () => {
  const { folder } = await openRepository({ 'a.md': '---\nname: A\n---\n', 'b.md': '---\nname: B\n---\n' })
  const { code, stderr } = await galley(['set', folder, 'a.md', 'b.md', 'title', 'New'])
  expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({
    code: 1,
    last: 'galley: 2 of 2 posts were refused. Nothing was changed.',
  })
})
