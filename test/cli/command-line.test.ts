import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

describe('galley', () => {
  test('without a command prints its usage on standard error and makes no sense (2)', async () => {
    const { code, stdout, stderr } = await galley([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage: galley COMMAND/)
  })

  test('with --help prints its usage on standard output and is done (0)', async () => {
    const { code, stdout, stderr } = await galley(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of ['list', 'site', 'fields', 'render', 'set', 'serve', 'open'])
      expect(stdout).toContain(`galley ${command} `)
  })

  test('with --version prints the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    expect(await galley(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('names an unknown command', async () => {
    const { code, stderr } = await galley(['publish'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^galley: there is no command publish\nUsage:/)
  })
})

describe('every command', () => {
  test.each(['list', 'site', 'fields', 'render', 'set', 'serve', 'open'])(
    '%s explains itself',
    async (command) => {
      for (const words of [
        [command, '--help'],
        ['help', command],
      ]) {
        const { code, stdout } = await galley(words)
        expect(code).toBe(0)
        expect(stdout.startsWith(`Usage: galley ${command} `)).toBe(true)
        for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      }
    },
  )

  test.each([
    { words: ['list'], says: 'an argument is missing' },
    { words: ['set', 'blog', 'post.md', 'title'], says: 'an argument is missing' },
    { words: ['list', 'one', 'two'], says: 'too many arguments: two' },
    { words: ['list', '--yaml', 'blog'], says: "Unknown option '--yaml'" },
    { words: ['serve', '--port', 'http'], says: '--port takes a number from 0 to 65535, not http' },
    { words: ['serve', '--port', '65536'], says: '--port takes a number from 0 to 65535, not 65536' },
  ])('$words makes no sense (2): $says', async ({ words, says }) => {
    const { code, stdout, stderr } = await galley(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).toContain(`Usage: galley ${words[0]} `)
  })
})
