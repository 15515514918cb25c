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
