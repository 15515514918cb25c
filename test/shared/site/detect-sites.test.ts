import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { detectSites, wantedConfigurations } from '#shared/site/detect-sites'
import { siteFixture } from '../../helpers/site-truth'

type Case = {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly expect: {
    readonly generator?: string | null
    readonly root?: string
    readonly candidates?: readonly { readonly generator: string; readonly root: string }[]
  }
  readonly why: string
}

const { cases } = JSON.parse(readFileSync(siteFixture('detect.json'), 'utf8')) as { cases: readonly Case[] }

test.each(cases.map((row) => [row.name, row] as const))('%s', (_name, { files, expect: expected, why }) => {
  const paths = Object.keys(files).toSorted()
  const texts = new Map(wantedConfigurations(paths).map((path) => [path, files[path] ?? '']))
  const found = detectSites(paths, texts).map(({ folder, generator }) => ({ generator, root: folder }))
  const { generator = null, root = '' } = expected
  const wanted = generator === null || generator === 'hand-rolled' ? [] : [{ generator, root }]
  expect(found, why).toEqual(expected.candidates ?? wanted)
})

test.each(['node_modules/hexo-site', 'vendor/x', 'public', 'test', 'themes/plain', 'output/old'])(
  'nothing is looked for in %s',
  (folder) => {
    const files = { [`${folder}/hugo.toml`]: 'baseURL = "x"', [`${folder}/content/posts/a.md`]: 'A' }
    const paths = Object.keys(files)
    expect(detectSites(paths, new Map(Object.entries(files)))).toEqual([])
    const elsewhere = paths.map((path) => path.replace(folder, 'blogs/mine'))
    expect(detectSites(elsewhere, new Map())).toMatchObject([{ folder: 'blogs/mine', generator: 'hugo' }])
  },
)
