import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const dated = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-01\n---\nText\n`

async function listOf(root: string) {
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  return harness.call('posts.list', { blog })
}

// Windows has neither pipes in folders nor most of these names
describe.skipIf(process.platform === 'win32')('a list of a folder that is hard to read', () => {
  test('passes pipes, folders named like posts and loops of links without waiting', async () => {
    const root = await createTemporaryFolder()
    await writeFiles(root, { 'posts/a.md': dated('One'), 'posts/folder.md/b.md': dated('Two') })
    execFileSync('mkfifo', [join(root, 'posts/pipe.md')])
    await symlink('pipe.md', join(root, 'posts/to-pipe.md'))
    await symlink('self.md', join(root, 'posts/self.md'))
    await symlink('pong', join(root, 'posts/ping'))
    await symlink('ping', join(root, 'posts/pong'))
    const { posts, unreadable } = await listOf(root)
    expect(posts.map(({ title }) => title).toSorted()).toEqual(['One', 'Two'])
    expect(unreadable).toMatchObject([{ path: 'posts/self.md' }])
  })

  test('has posts whatever their names: line ends, bidi, %, 255 bytes, the same letters composed twice', async () => {
    const root = await createTemporaryFolder()
    await mkdir(join(root, 'posts'))
    const names = [
      'two\nlines.md',
      'right\u202eleft.md',
      '100%25.md',
      `${'é'.repeat(126)}.md`,
      // not on a file system that takes both for one name
      ...(process.platform === 'linux' ? ['caf\u00e9.md', 'cafe\u0301.md', 'Case.md', 'case.md'] : []),
    ]
    await Promise.all(names.map((name, at) => writeFile(join(root, 'posts', name), dated(`Post ${at}`))))
    const { posts, unreadable } = await listOf(root)
    expect(unreadable).toEqual([])
    const titles = new Map(posts.map(({ path, title }) => [path as string, title]))
    expect(titles).toEqual(new Map(names.map((name, at) => [`posts/${name}`, `Post ${at}`])))
  })
})
