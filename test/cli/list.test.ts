import { once } from 'node:events'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { asOrdinaryUser, blogWith, galley, startGalley, untilDone } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const postOf = (title: string, author: string, date: string) =>
  `---\ntitle: ${title}\nauthor: ${author}\ndate: ${date}\n---\nText.\n`

const threePosts = {
  'posts/ink.md': postOf('Ink', 'Wren', '2025-03-01'),
  'posts/paper-and-string.md': postOf('Paper and string', 'Ines', '2024-03-01'),
  'posts/old.rst': 'Old\n===\n\nText.\n',
}

describe('galley list', () => {
  test('prints title, author and date in columns, newest first, and how many there are', async () => {
    const { code, stdout, stderr } = await galley(['list', await blogWith(threePosts)])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toContain('Ink               Wren  2025-03-01')
    expect(lines).toContain('Paper and string  Ines  2024-03-01')
    expect(lines.indexOf('Ink               Wren  2025-03-01')).toBeLessThan(
      lines.indexOf('Paper and string  Ines  2024-03-01'),
    )
    expect(lines.at(-1)).toBe('2 Markdown posts, 1 other')
  })

  test('with --json prints one object for each post, null for what is not known', async () => {
    const { code, stdout } = await galley(['list', await blogWith(threePosts), '--json'])
    expect(code).toBe(0)
    const posts: readonly Record<string, unknown>[] = JSON.parse(stdout)
    expect(posts.find(({ path }) => path === 'posts/ink.md')).toEqual({
      path: 'posts/ink.md',
      title: 'Ink',
      author: 'Wren',
      markup: 'markdown',
      dateISO: '2025-03-01T00:00:00.000Z',
      day: '2025-03-01',
      published: null,
      reason: null,
      rule: null,
      permalink: null,
      language: null,
      kind: 'file',
      tags: [],
      problems: [],
    })
    expect(posts.find(({ path }) => path === 'posts/old.rst')).toMatchObject({
      markup: 'other',
      author: null,
    })
  })

  test('of an empty folder is an empty list, not a failure', async () => {
    const blog = await blogWith({})
    expect(await galley(['list', blog])).toEqual({ code: 0, stdout: '0 Markdown posts\n', stderr: '' })
    expect(await galley(['list', '--json', blog])).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  })

  test('finds a blog by a path from the current folder', async () => {
    const blog = await blogWith(threePosts)
    const { code, stdout } = await galley(['list', 'posts/..'], { cwd: blog })
    expect(code).toBe(0)
    expect(stdout).toContain('2 Markdown posts, 1 other')
  })

  test('lets no title repaint the terminal', async () => {
    const blog = await blogWith({
      'posts/a.md': postOf('"red \\e[31m, bell \\a, turned \\u202e"', 'W', '2025-01-01'),
    })
    const { stdout } = await galley(['list', blog])
    expect(stdout).toContain('red \ufffd[31m, bell \ufffd, turned \ufffd')
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(character)
  })

  test('refuses (1) a folder that is not there and a file instead of a folder', async () => {
    const blog = await blogWith(threePosts)
    for (const folder of ['nowhere', 'posts/ink.md']) {
      const { code, stdout, stderr } = await galley(['list', join(blog, folder)])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/^galley: .*\S.*\.\n$/)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    }
  })

  test.skipIf(process.platform === 'win32')('refuses (1) a folder that may not be read', async () => {
    const blog = await blogWith(threePosts)
    const options = await asOrdinaryUser()
    await chmod(blog, 0)
    const { code, stdout, stderr } = await galley(['list', blog], options)
    await chmod(blog, 0o700)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^galley: /)
  })

  test('ends quietly when its reader has read enough', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [
        `posts/post-${index}.md`,
        postOf(`Post ${index} ${'with a long title '.repeat(20)}`, 'Wren', '2025-01-01'),
      ]),
    )
    const child = startGalley(['list', '--json', await blogWith(many)])
    const done = untilDone(child)
    if (child.stdout !== null) await once(child.stdout, 'data')
    child.stdout?.destroy()
    const { code, stderr } = await done
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
