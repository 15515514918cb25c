import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryAt, writeFiles } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function sampleHarness() {
  const sampleBlogFolder = await createTemporaryFolder()
  await writeFiles(sampleBlogFolder, { 'posts/one.md': '---\ntitle: One\ndate: 2024-01-02\n---\nText\n' })
  return createHarness({ sampleBlogFolder })
}

test('the sample blog is a repository with one commit and nothing to commit', async () => {
  const harness = await sampleHarness()
  const blog = await harness.call('blogs.openSample', {})
  expect(blog.repository).toEqual({ kind: 'working-copy' })
  expect(await harness.call('git.readStatus', { blog: blog.id })).toMatchObject({
    kind: 'ready',
    head: { kind: 'branch', name: 'main' },
    files: [],
    // the first commit's author is nobody's identity
    identity: null,
  })
  expect(await repositoryAt(blog.folder).git('log', '--format=%an %s')).toBe('Galley Begin the sample blog\n')
})

test('what the writer changed in it is there the next time', async () => {
  const harness = await sampleHarness()
  const blog = await harness.call('blogs.openSample', {})
  const file = join(blog.folder, 'posts', 'one.md')
  await writeFile(file, 'mine')
  const again = await harness.call('blogs.openSample', {})
  expect(again.id).toBe(blog.id)
  expect((await harness.call('posts.read', { blog: again.id, path: post('posts/one.md') })).text).toBe('mine')
  expect(await readFile(join(harness.ports.sampleBlogFolder, 'posts', 'one.md'), 'utf8')).toContain(
    'title: One',
  )
})
