import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PostPath } from '#shared/contract/post-path'
import { setField } from '#shared/front-matter/edit'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges } from '#shared/text/text-change'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

/** Two posts of one blog that write their front matter so, and the configuration that tells its generator. */
type Site = { readonly files: Record<string, string>; readonly post: (title: string) => string }

const sites: readonly (readonly [string, Site])[] = [
  [
    'Pelican’s headers',
    {
      files: { 'pelicanconf.py': "AUTHOR = 'A'\n" },
      post: (title) => `Title: ${title}\nDate: 2018-05-31\nTags: a, b\n\nThe *body*.\n`,
    },
  ],
  [
    'Pelican’s headers between dashes',
    {
      files: { 'pelicanconf.py': "AUTHOR = 'A'\n" },
      post: (title) => `---\nTitle: ${title}\nDate: 2018-05-31\nSummary: x: y\n---\nThe *body*.\n`,
    },
  ],
  [
    'headers of a generator that is not known',
    { files: {}, post: (title) => `Title: ${title}\nDate: 2018-05-31\n\nThe *body*.\n` },
  ],
  [
    'lines that end in dots',
    { files: {}, post: (title) => `title: ${title}\ndate: 2018-05-31\n...\nThe *body*.\n` },
  ],
  [
    'Hexo’s JSON without braces',
    {
      files: { '_config.yml': 'title: x\n', 'package.json': '{"dependencies": {"hexo": "8"}}' },
      post: (title) => `;;;\n"title": "${title}",\n"date": "2018-05-31"\n;;;\nThe *body*.\n`,
    },
  ],
  [
    'Hexo’s lines without an opener',
    {
      files: { '_config.yml': 'title: x\n', 'package.json': '{"dependencies": {"hexo": "8"}}' },
      post: (title) => `title: ${title}\ndate: 2018-05-31\n---\nThe *body*.\n`,
    },
  ],
  [
    'JSON in a comment',
    { files: {}, post: (title) => `<!--{"title": "${title}", "date": "2018-05-31"}-->\nThe *body*.\n` },
  ],
]

test.each(sites)('%s: list, form, preview and edit agree', async (_what, { files, post }) => {
  const folder = await createTemporaryFolder()
  const [path, other] = ['source/_posts/one.md', 'source/_posts/two.md'].map((name) => PostPath.parse(name))
  if (path === undefined || other === undefined) throw new Error('no paths')
  await writeFiles(folder, { ...files, [path]: post('First'), [other]: post('Second') })
  const harness = await createHarness()
  const { id: blog, evidence } = await harness.open(folder)
  const { posts } = await harness.call('posts.list', { blog })
  expect(posts.map(({ title }) => title).toSorted()).toEqual(['First', 'Second'])
  const file = await harness.call('posts.read', { blog, path })
  const read = readFrontMatter(file.text, evidence.locate)
  const title = read.kind === 'fields' ? read.fields.find(({ key }) => /^title$/i.test(key)) : undefined
  expect(title?.value).toEqual({ kind: 'text', text: 'First' })
  const { bodyFrom } = locateFrontMatter(file.text, evidence.locate)
  expect(renderBody(file.text.slice(bodyFrom), 'cmark-gfm').trim()).toBe('<p>The <em>body</em>.</p>')
  const { fields } = await harness.call('posts.describeCollection', { blog, path })
  expect(fields.map(({ key }) => key.toLowerCase())).toContain('title')
  const edited = setField(file.text, title?.path ?? [], { kind: 'text', text: 'Third' }, evidence.locate)
  if (edited.kind === 'refused') throw new Error(edited.refusal.message)
  const text = applyTextChanges(file.text, edited.changes)
  expect(text).toBe(post('Third'))
  await harness.call('posts.write', { blog, path, text, baseVersion: file.version })
  expect(await readFile(join(folder, path), 'utf8')).toBe(post('Third'))
  const again = await harness.call('posts.list', { blog })
  expect(again.posts.map(({ title: shown }) => shown).toSorted()).toEqual(['Second', 'Third'])
})

test('what the blog’s generator prints as text is text in the list too', async () => {
  const folder = await createTemporaryFolder()
  const post = '+++\ntitle = "Not read"\n+++\n\n# Heading\n'
  await writeFiles(folder, {
    '_config.yml': 'title: x\n',
    Gemfile: "gem 'jekyll'\n",
    '_posts/2024-01-01-a.md': post,
  })
  const harness = await createHarness()
  const { id: blog, evidence } = await harness.open(folder)
  const { posts } = await harness.call('posts.list', { blog })
  // Jekyll's own name for a post without a title
  expect(posts.map(({ title }) => title)).toEqual(['A'])
  expect(readFrontMatter(post, evidence.locate)).toEqual({ kind: 'none' })
})

test.each([
  ['headers', 'Title: A\nDate: 2018-05-31\n\nBody\n', {}, 'python-markdown'],
  ['lines that end in dots', 'title: A\ndate: 2018-05-31\n...\nBody\n', {}, 'python-markdown'],
  [
    'Hexo’s lines without an opener',
    'title: A\ndate: 2018-05-31\n---\nBody\n',
    { '_config.yml': 'title: x\n', 'package.json': '{"dependencies": {"hexo": "8"}}' },
    'hexo',
  ],
])('%s tell the flavour', async (_what, post, files, flavour) => {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, { ...files, 'source/_posts/one.md': post, 'source/_posts/two.md': post })
  const harness = await createHarness()
  const { evidence } = await harness.open(folder)
  expect(evidence.setup.flavour).toBe(flavour)
})
