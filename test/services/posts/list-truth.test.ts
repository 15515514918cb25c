import { readdirSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { resetLocalTimeZone, setLocalTimeZone } from '@internationalized/date'
import { afterAll, describe, expect, test } from 'vitest'
import type { PostSummary } from '#shared/contract/post'
import { profileMakerOf } from '#shared/site/profiles/profile-makers'
import { createHarness } from '../../helpers/service-harness'
import { differencesOfFile, type SiteTruth, siteFixture, truthInZone } from '../../helpers/site-truth'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const zoneBefore = process.env.TZ
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ
  else process.env.TZ = zoneBefore
  resetLocalTimeZone()
})

function truthOf(name: string): SiteTruth {
  return JSON.parse(readFileSync(join(siteFixture(name), 'truth.json'), 'utf8')) as SiteTruth
}

const sites = readdirSync(siteFixture('.'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => profileMakerOf(truthOf(name).generator) !== null)

/** The list of a copy of the site, as a machine in `zone` has it. */
async function listSite(name: string, zone: string): Promise<ReadonlyMap<string, PostSummary>> {
  process.env.TZ = zone
  // which the calendar library keeps in mind
  setLocalTimeZone(zone)
  const folder = join(await createTemporaryFolder(), name)
  await cp(siteFixture(name), folder, { recursive: true })
  const harness = await createHarness()
  const { id: blog } = await harness.open(folder)
  const { posts } = await harness.call('posts.list', { blog })
  return new Map(posts.map((post) => [post.path, post]))
}

describe.each(sites)('the list of the site %s', (name) => {
  const truth = truthOf(name)

  test.each([truth.buildZone, ...Object.keys(truth.builtInZone ?? {})])(
    'is what its generator published, on a machine in %s',
    async (zone) => {
      const list = await listSite(name, zone)
      const wrong = truth.files
        .filter(({ isPost }) => isPost)
        .flatMap((file) => {
          const post = list.get(file.source)
          return differencesOfPost(truthInZone(file, truth, zone), post).map(
            (line) => `${file.source} ${line}`,
          )
        })
      expect(wrong).toEqual([])
    },
  )

  test('has nothing that is no post, but what lies among posts', async () => {
    const list = await listSite(name, truth.buildZone)
    const posts = new Set(truth.files.filter(({ isPost }) => isPost).map(({ source }) => source))
    const others = [...list.values()].filter(({ path }) => !posts.has(path))
    expect(others.filter(({ reason }) => reason !== 'excluded')).toEqual([])
  })
})

function differencesOfPost(
  expected: Parameters<typeof differencesOfFile>[0],
  post: PostSummary | undefined,
): readonly string[] {
  if (post === undefined) return ['is not listed']
  // what changes with each build is "no date" in the list
  const volatile = expected.volatile ?? []
  const nulls = Object.fromEntries(volatile.map((field) => [field, null]))
  return differencesOfFile(
    { ...expected, ...nulls, volatile: [] },
    {
      isPost: true,
      published: post.published,
      reasons: post.reason === null ? [] : [post.reason],
      rule: post.rule,
      title: post.isTitled ? post.title : null,
      dateISO: post.dateISO,
      day: post.day,
      permalink: post.permalink,
      language: post.language,
      kind: post.kind,
      volatile: [],
      problems: post.problems,
    },
  ).filter((line) => !line.startsWith('reasons:'))
}
