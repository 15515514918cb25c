import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { PostPath } from '#shared/contract/post-path'
import { createHarness } from '../../helpers/service-harness'
import { createSite, hugoSite, jekyllSite, missingProgram, waitForState } from './sites'

const sites = [
  {
    name: 'hugo',
    argument: 'version',
    files: hugoSite,
    post: 'content/posts/tides.md',
    home: '/journal/',
    page: '/journal/posts/high-water/',
  },
  {
    name: 'jekyll',
    argument: '--version',
    files: jekyllSite,
    post: '_posts/2024-05-06-tides.md',
    home: '/journal/',
    page: '/journal/notes/2024/tides/',
  },
] as const

for (const { name, argument, files, post, home, page } of sites) {
  const missing = missingProgram(name, argument)
  if (missing !== null) console.warn(`No site is served by the real generator: ${missing}.`)
  describe.skipIf(missing !== null)(
    `A site of ${name}${missing === null ? '' : ` (skipped: ${missing})`}`,
    () => {
      test('is served after a yes, its post is found and made anew after a change, and its folder stays as it was', async () => {
        const root = await createSite(files)
        const before = await readdir(root, { recursive: true })
        const harness = await createHarness()
        const { id: blog } = await harness.open(root)
        const described = await harness.call('siteServer.describe', { blog })
        expect(described).toMatchObject({
          state: { kind: 'stopped' },
          folder: root,
          consented: null,
          log: [],
        })
        const [choice] = described.choices
        expect(choice?.line).toMatch(new RegExp(`^${name} serve`))
        await harness.call('siteServer.start', {
          blog,
          request: { kind: 'shown', key: choice?.key ?? '' },
          remember: false,
        })
        const ready = await waitForState(harness, blog, 'ready')
        expect(ready.home).toBe(home)
        const path = post as PostPath
        expect(await harness.call('siteServer.findPage', { blog, path })).toEqual({ page })
        const shown = async () => (await fetch(ready.origin + page)).text()
        expect(await shown()).toContain('nobody wrote it down')
        const { text, version } = await harness.call('posts.read', { blog, path })
        await harness.call('posts.write', {
          blog,
          path,
          text: text.replace('twice that day', 'three times that day'),
          baseVersion: version,
        })
        await expect.poll(shown, { timeout: 15_000 }).toContain('three times that day')
        await harness.call('siteServer.stop', { blog })
        await expect(fetch(ready.origin + page)).rejects.toThrow()
        expect((await readdir(root, { recursive: true })).toSorted()).toEqual(before.toSorted())
      })
    },
  )
}
