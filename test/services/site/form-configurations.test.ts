import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFormConfigurations } from '#services/site/form-configurations'
import type { FormConfiguration } from '#shared/site/forms/configuration'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function createBlog(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await createTemporaryFolder()
  for (const [path, text] of Object.entries(files)) await put(root, path, text)
  return root
}

async function put(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const read = (root: string) => createFormConfigurations().of(root)

const labelsOf = (configurations: readonly FormConfiguration[]) =>
  configurations.flatMap(({ collections }) => collections.map(({ label }) => label))

const problemsOf = (configurations: readonly FormConfiguration[]) =>
  configurations.flatMap(({ problems }) =>
    problems.map(({ origin, message }) => `${origin.file}: ${message}`),
  )

const decap = (label: string) =>
  `collections: [{ folder: posts, label: ${label}, fields: [{ name: title }] }]`
const galley = (label: string) => `collections: [{ folder: posts, label: ${label} }]`

describe('the configurations of a blog', () => {
  test('are none where nothing is configured', async () => {
    expect(await read(await createBlog({ 'posts/a.md': '# A' }))).toEqual([])
  })

  test('come weakest first, the blog’s own last', async () => {
    const root = await createBlog({
      '.galley.yml': galley('Galley'),
      'frontmatter.json': '{"frontMatter.content.pageFolders": [{"title": "Front Matter", "path": "posts"}]}',
      'static/admin/config.yml': decap('Decap'),
      '.pages.yml': 'content: [{ name: posts, type: collection, path: posts, label: Pages }]',
      'cloudcannon.config.yml': 'collections_config: { posts: { name: CloudCannon } }',
    })
    expect(labelsOf(await read(root))).toEqual([
      null,
      'CloudCannon',
      'Pages',
      'Decap',
      'Front Matter',
      'Galley',
    ])
  })

  test.each([
    'admin/config.yml',
    'static/admin/config.yml',
    'public/admin/config.yaml',
    'src/admin/config.yml',
    'src/static/admin/config.yml',
    'website/static/admin/config.yml',
  ])('are found in %s', async (path) => {
    expect(labelsOf(await read(await createBlog({ [path]: decap('Decap') })))).toEqual(['Decap'])
  })

  test('include Sveltia’s in TOML and JSON', async () => {
    const toml = await createBlog({
      'admin/config.toml': '[[collections]]\nfolder = "posts"\nlabel = "TOML"\n',
    })
    const json = await createBlog({
      'admin/config.json': '{"collections": [{"folder": "posts", "label": "JSON"}]}',
    })
    expect([...labelsOf(await read(toml)), ...labelsOf(await read(json))]).toEqual(['TOML', 'JSON'])
  })

  test('include what Front Matter CMS splits over folders, and its terms', async () => {
    const root = await createBlog({
      '.frontmatter/config/content/pagefolders/blog/posts.json':
        '{"title": "Split", "path": "[[workspace]]/posts"}',
      '.frontmatter/config/taxonomy/contenttypes/default.json':
        '{"name": "default", "fields": [{"name": "tags", "type": "tags"}]}',
      '.frontmatter/database/taxonomyDb.json': '{"taxonomy": {"tags": ["a"]}}',
      '.frontmatter/config/ui/external.js': 'process.exit(1)',
    })
    const [configuration] = await read(root)
    expect(configuration?.problems).toEqual([])
    expect(configuration?.collections[0]?.label).toBe('Split')
    expect(configuration?.collections[0]?.fields[0]?.settings.choices).toEqual({
      value: [{ value: 'a', label: null }],
      origin: { file: '.frontmatter/database/taxonomyDb.json', line: 1 },
    })
  })

  test('are read again only when a file of theirs changed, came or went', async () => {
    const root = await createBlog({ '.galley.yml': galley('One') })
    const forms = createFormConfigurations()
    const first = await forms.of(root)
    expect(await forms.of(root)).toBe(first)
    await put(root, '.galley.yml', galley('Two'))
    expect(labelsOf(await forms.of(root))).toEqual(['Two'])
    // the same size within the same tick of a coarse clock
    await utimes(join(root, '.galley.yml'), 1_000_000, 1_000_000)
    await put(root, '.pages.yml', 'content: [{ name: p, type: collection, path: posts, label: Pages }]')
    expect(labelsOf(await forms.of(root))).toEqual(['Pages', 'Two'])
    await rm(join(root, '.galley.yml'))
    expect(labelsOf(await forms.of(root))).toEqual(['Pages'])
  })
})

describe('a hostile configuration', () => {
  test('in JavaScript is not run, and said to be left out', async () => {
    const root = await createBlog({
      'cloudcannon.config.cjs': `require('node:fs').writeFileSync(__dirname + '/ran', '')`,
      '.galley.yml': galley('Galley'),
    })
    const configurations = await read(root)
    expect(problemsOf(configurations)).toEqual([
      expect.stringContaining('cloudcannon.config.cjs is a program, and Galley runs no program of a blog'),
    ])
    expect(labelsOf(configurations)).toEqual(['Galley'])
    await expect(rm(join(root, 'ran'))).rejects.toThrow('ENOENT')
  })

  test('that is too large is not read; the others count', async () => {
    const root = await createBlog({
      '.pages.yml': `content: [] # ${'x'.repeat(256 * 1024)}`,
      '.galley.yml': galley('Galley'),
    })
    const configurations = await read(root)
    expect(problemsOf(configurations)).toEqual([
      '.pages.yml: .pages.yml is larger than the 256 kB that Galley opens.',
    ])
    expect(labelsOf(configurations)).toEqual(['Galley'])
  })

  test.skipIf(process.platform === 'win32')(
    'behind a link that leads out of the blog is not read',
    async () => {
      const outside = await createBlog({
        'secret.yml': galley('Secret'),
        'admin/config.yml': decap('Secret'),
        'config/content/pagefolders/a.json': '{"title": "Secret", "path": "posts"}',
      })
      const root = await createBlog({ 'posts/a.md': '' })
      await symlink(join(outside, 'secret.yml'), join(root, '.galley.yml'))
      await symlink(join(outside, 'admin'), join(root, 'admin'))
      await symlink(outside, join(root, '.frontmatter'))
      const configurations = await read(root)
      expect(labelsOf(configurations)).toEqual([])
      expect(problemsOf(configurations).toSorted()).toEqual([
        '.frontmatter/config: .frontmatter/config is a link that leads out of the blog, so Galley leaves it alone.',
        '.galley.yml: .galley.yml is a link that leads out of the blog, so Galley leaves it alone.',
        'admin: admin is a link that leads out of the blog, so Galley leaves it alone.',
      ])
    },
  )

  test.skipIf(process.platform === 'win32')('that is a pipe keeps nobody waiting', async () => {
    const root = await createBlog({ '.galley.yml': galley('Galley') })
    execFileSync('mkfifo', [join(root, '.pages.yml')])
    const configurations = await read(root)
    expect(problemsOf(configurations)).toEqual([expect.stringContaining('.pages.yml is no ordinary file')])
    expect(labelsOf(configurations)).toEqual(['Galley'])
  })

  test('that is a folder, or is not there behind its link, is a problem among the others', async () => {
    const root = await createBlog({ '.pages.yml/a.txt': '', '.galley.yml': galley('Galley') })
    const configurations = await read(root)
    expect(problemsOf(configurations)).toEqual([expect.stringMatching(/^\.pages\.yml: \.pages\.yml is /)])
    expect(labelsOf(configurations)).toEqual(['Galley'])
  })

  test('of bytes that are no text does no harm', async () => {
    const root = await createBlog({})
    await writeFile(join(root, '.galley.yml'), Buffer.from([0xff, 0xfe, 0x00, 0x3a, 0x0a, 0xc3, 0x28]))
    expect(labelsOf(await read(root))).toEqual([])
  })
})
