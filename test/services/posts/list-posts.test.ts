import { cp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileTree, repositoryAt, writeFiles } from '../../helpers/git-repository'
import { repositoryFile } from '../../helpers/repository-root'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  return openFolder(root)
}

async function openFolder(root: string) {
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  const list = () => harness.call('posts.list', { blog })
  const paths = async () => (await list()).posts.map(({ path }) => path)
  return { root, list, paths }
}

const dated = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\nText\n`

describe('the Khan Academy engineering blog', () => {
  async function openEngblog() {
    const root = await createTemporaryFolder()
    await cp(repositoryFile('test/fixtures/blogs/engblog'), root, { recursive: true })
    const repository = repositoryAt(root)
    await repository.git('init', '--quiet')
    return openFolder(root)
  }

  test('has 14 Markdown posts and 3 others, all with title, author and date, newest first', async () => {
    const { posts, unreadable } = await (await openEngblog()).list()
    expect(unreadable).toEqual([])
    expect(posts.filter(({ markup }) => markup === 'markdown')).toHaveLength(14)
    expect(posts.filter(({ markup }) => markup === 'other')).toHaveLength(3)
    for (const { title, author, day, dateISO } of posts) {
      expect([title, author, day, dateISO].every((value) => value !== null && value !== '')).toBe(true)
    }
    const days = posts.map(({ day }) => day)
    expect(days).toEqual(days.toSorted().reverse())
  })

  test('has its dates as the files write them', async () => {
    const { posts } = await (await openEngblog()).list()
    expect(posts.find(({ path }) => path === 'src/posts/original-serverless.md')).toEqual({
      path: 'src/posts/original-serverless.md',
      markup: 'markdown',
      title: 'The Original Serverless Architecture is Still Here',
      isTitled: true,
      author: 'Kevin Dangoor',
      dateText: 'May 31, 2018',
      dateISO: '2018-05-31T00:00:00.000Z',
      day: '2018-05-31',
      published: null,
      reason: null,
      rule: null,
      permalink: null,
      language: null,
      kind: 'file',
      tags: [],
      problems: [],
    })
  })
})

describe('a list', () => {
  test('is read again only where a file changed, and then rightly', async () => {
    const { root, list } = await openBlog({
      'posts/a.md': dated('One', '2024-01-01'),
      'posts/b.md': dated('Two', '2024-01-02'),
    })
    const titles = async () => (await list()).posts.map(({ title }) => title)
    expect(await titles()).toEqual(['Two', 'One'])
    const file = join(root, 'posts/a.md')
    await writeFile(file, dated('1st', '2024-01-03'))
    expect(await titles()).toEqual(['1st', 'Two'])
    // the same size, and the old time put back
    const time = new Date('2024-01-01')
    await utimes(file, time, time)
    await titles()
    await writeFile(file, dated('2nd', '2024-01-03'))
    await utimes(file, time, time)
    expect(await titles()).toEqual(['2nd', 'Two'])
    await rm(file)
    expect(await titles()).toEqual(['Two'])
  })

  test('has posts with damaged, unclosed and missing front matter, named by heading or file', async () => {
    const { list } = await openBlog({
      'posts/good.md': dated('Good', '2024-01-01'),
      'posts/2024-01-05-bad-yaml.md': '---\ntitle: {#if x}\n: :\n---\nText\n',
      'posts/unclosed.md': '---\ntitle: Open\n\nText without end',
      'posts/plain.md': '# A *heading*\n\nText',
      'posts/empty.md': '',
      'posts/bytes.md': Buffer.from([0x23, 0x20, 0xff, 0xfe]),
    })
    const { posts, unreadable } = await list()
    expect(unreadable).toEqual([])
    expect(
      posts
        .map(({ title }) => title)
        .toSorted()
        .slice(0, 5),
    ).toEqual(['A *heading*', 'Bad yaml', 'Empty', 'Good', 'Unclosed'])
    expect(posts).toHaveLength(6)
  })

  test('reads front matter that is longer than the first read', async () => {
    const long = `---\n${Array.from({ length: 900 }, (_, index) => `key${index}: ${'x'.repeat(20)}\n`).join('')}title: Late\ndate: 2024-01-01\n---\n`
    const { list } = await openBlog({ 'posts/long.md': long })
    expect((await list()).posts[0]).toMatchObject({ title: 'Late', day: '2024-01-01' })
  })

  test('keeps a character whole that the first read would cut', async () => {
    const filler = 'x'.repeat(4096 - '---\ntitle: A\ndate: 2024-01-01\n---\n# '.length - 1)
    const { list } = await openBlog({ 'posts/a.md': `---\ntitle: A\ndate: 2024-01-01\n---\n# ${filler}é\n` })
    expect((await list()).posts).toHaveLength(1)
  })

  test('leaves out what is no post', async () => {
    const { paths } = await openBlog({
      'posts/one.md': dated('One', '2024-01-01'),
      'posts/README.md': dated('Read me', '2024-01-01'),
      'posts/_index.md': dated('Section', '2024-01-01'),
      'README.md': '# Blog',
      'CHANGELOG.md': dated('Changes', '2024-01-01'),
      'docs/guide.md': dated('Guide', '2024-01-01'),
      'node_modules/x/posts/a.md': dated('Module', '2024-01-01'),
      '_site/posts/one.md': dated('Output', '2024-01-01'),
      'public/posts/one.md': dated('Output', '2024-01-01'),
      'test/posts/one.md': dated('Test', '2024-01-01'),
      '.hidden/posts/one.md': dated('Hidden', '2024-01-01'),
    })
    expect(await paths()).toEqual(['posts/one.md'])
  })

  test.skipIf(process.platform === 'win32')(
    'follows a link to a post of the blog, and names one that leads nowhere',
    async () => {
      const { root, list } = await openBlog({
        'posts/a.md': dated('One', '2024-01-01'),
        'kept/b.md': dated('Two', '2024-01-02'),
      })
      const outside = await createTemporaryFolder()
      await writeFiles(outside, { 'c.md': dated('Secret', '2024-01-03') })
      await symlink('../kept/b.md', join(root, 'posts/b.md'))
      await symlink(join(outside, 'c.md'), join(root, 'posts/c.md'))
      await symlink('gone.md', join(root, 'posts/d.md'))
      await symlink('..', join(root, 'posts/loop'))
      const { posts, unreadable } = await list()
      expect(posts.map(({ title }) => title)).toEqual(['Two', 'One'])
      expect(unreadable).toMatchObject([{ path: 'posts/d.md' }])
    },
  )

  test('marks drafts as the generator does', async () => {
    const draft = '---\ntitle: A\ndate: 2024-01-01\ndraft: true\n---\n'
    const unknown = await openBlog({ 'posts/a.md': draft })
    expect((await unknown.list()).posts[0]).toMatchObject({ published: false, reason: 'draft' })
    const jekyll = await openBlog({
      '_config.yml': 'title: x',
      '_posts/2024-01-01-a.md': draft,
      '_drafts/b.md': '# B',
    })
    expect((await jekyll.list()).posts.map(({ path, reason }) => [path, reason])).toEqual([
      ['_posts/2024-01-01-a.md', null],
      ['_drafts/b.md', 'draft'],
    ])
  })
})

describe('the fields of a folder', () => {
  test('are learnt from its posts, whatever folder of time or bundle they lie in', async () => {
    const root = await createTemporaryFolder()
    await writeFiles(root, {
      'posts/2024/01/a.md': '---\ntitle: A\ndate: 2024-01-01\ntags: [x, y]\n---\n',
      'posts/2024/b/index.md': '---\ntitle: B\ndate: 2024-01-02\n---\n',
      'posts/c.md': '---\ntitle: C\ndate: 2024-01-03\nteam: Web\n---\n',
      'news/d.md': '---\ntitle: D\ndate: 2024-01-04\nelsewhere: yes\n---\n',
    })
    const harness = await createHarness()
    const { id: blog } = await harness.open(root)
    const [first] = (await harness.call('posts.list', { blog })).posts.filter(({ title }) => title === 'C')
    if (first === undefined) throw new Error('not listed')
    const collection = await harness.call('posts.describeCollection', { blog, path: first.path })
    expect(collection).toMatchObject({ folder: 'posts', postCount: 3 })
    expect(collection.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(['title', 'date', 'team']))
    expect(collection.fields.map(({ key }) => key)).not.toContain('elsewhere')
  })
})

test('a date that its zone moves past the year 9999 has no instant, and hides no other post', async () => {
  const { list } = await openBlog({
    'posts/far.md': dated('Far', '9999-12-31 23:59:59 -0500'),
    'posts/first.md': dated('First', '0000-01-01 00:00:00 +0500'),
    'posts/near.md': dated('Near', '2024-05-06'),
  })
  const { posts } = await list()
  expect(posts.map(({ path, dateISO, day }) => [path, dateISO, day])).toEqual([
    ['posts/far.md', null, '9999-12-31'],
    ['posts/near.md', '2024-05-06T00:00:00.000Z', '2024-05-06'],
    ['posts/first.md', null, '0000-01-01'],
  ])
})
