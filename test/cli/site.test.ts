import { beforeAll, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { blogWith, galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const files = {
  '_config.yml': 'title: x\ntimezone: Asia/Tokyo\n',
  '_posts/2024-01-05-tea.md': '---\ntitle: Tea\n---\nText\n',
}

test('galley site tells what was understood, with the file and line that says so', async () => {
  const { code, stdout } = await galley(['site', await blogWith(files)])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^jekyll in the blog’s own folder, 1 post\n/)
  expect(stdout).toMatch(/time-zone +Asia\/Tokyo +_config\.yml:2\n/)
})

test('galley site --json prints one object', async () => {
  const { stdout } = await galley(['site', await blogWith(files), '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ sites: [{ profile: 'jekyll', postCount: 1 }], chosen: [] })
})
