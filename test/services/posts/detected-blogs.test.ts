import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { siteFixture } from '../../helpers/site-truth'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

type Case = {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly expect: {
    readonly generator?: string | null
    readonly posts?: number
    readonly postFolder?: string
  }
}

const { cases } = JSON.parse(readFileSync(siteFixture('detect.json'), 'utf8')) as { cases: readonly Case[] }
const told = cases.filter(
  ({ expect: expected }) => 'posts' in expected || 'postFolder' in expected || expected.generator === null,
)

test.each(told.map((row) => [row.name, row] as const))('%s', async (_name, { files, expect: expected }) => {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(folder)
  const { posts } = await harness.call('posts.list', { blog })
  const { sites } = await harness.call('site.understand', { blog })
  if (expected.postFolder === undefined) expect(posts).toEqual([])
  else {
    expect(posts.length).toBeGreaterThan(1)
    expect(new Set(posts.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))).toEqual(
      new Set([expected.postFolder]),
    )
    expect(sites.map(({ profile }) => profile)).toEqual(['hand-rolled'])
  }
})
