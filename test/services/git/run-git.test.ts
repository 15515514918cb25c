import { chmod, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { gitCandidates } from '#services/git/find-git'
import { gitEnvironment } from '#services/git/git-environment'
import { isGitHere } from '#services/git/is-git-here'
import { runGit } from '#services/git/run-git'
import { createRepository } from '../../helpers/git-repository'
import { failureCode } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

test('variables that lead git elsewhere are taken out, the writer’s own choices stay', () => {
  const leading = {
    GIT_DIR: '/x',
    GIT_WORK_TREE: '/x',
    GIT_INDEX_FILE: '/x',
    GIT_OBJECT_DIRECTORY: '/x',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: 'evil',
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='evil'",
    GIT_EXTERNAL_DIFF: 'evil',
    GIT_TRACE: '/x',
    git_dir: '/x',
  }
  const kept = {
    PATH: '/bin',
    HOME: '/home/ada',
    GIT_CONFIG_GLOBAL: '/own',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_SSH_COMMAND: 'ssh',
  }
  const environment = gitEnvironment(false, { ...leading, ...kept, LC_ALL: 'de_DE' })
  expect(environment).toMatchObject({
    ...kept,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
  })
  for (const name of Object.keys(leading)) expect(environment).not.toHaveProperty(name)
})

test('only commands that write may take optional locks', () => {
  expect(gitEnvironment(false, {}).GIT_OPTIONAL_LOCKS).toBe('0')
  expect(gitEnvironment(true, {})).not.toHaveProperty('GIT_OPTIONAL_LOCKS')
})

test('an exit code that is no answer is a failure with git’s own words', async () => {
  const { root } = await createRepository({ 'a.md': 'a' })
  await expect(runGit(root, ['cat-file', '-e', 'nothing'])).rejects.toMatchObject({
    code: 'git-failed',
    detail: expect.stringContaining('nothing'),
  })
  expect((await runGit(root, ['cat-file', '-e', 'nothing'], { accept: [128] })).exitCode).toBe(128)
})

test('a command that takes too long is ended with all that it started', async () => {
  const { root } = await createRepository({ 'a.md': 'a' })
  const begunMs = performance.now()
  const slow = runGit(root, ['-c', 'alias.slow=!sleep 60', 'slow'], { timeoutMs: 200 })
  expect(await failureCode(slow)).toBe('git-failed')
  expect(performance.now() - begunMs).toBeLessThan(10_000)
})

test('a command that says too much is ended', async () => {
  const { root } = await createRepository({ 'a.md': 'x'.repeat(100_000) })
  expect(await failureCode(runGit(root, ['cat-file', 'blob', 'HEAD:a.md'], { maxBytes: 1000 }))).toBe(
    'git-failed',
  )
})

test('a folder that is gone is not taken for a missing git', async () => {
  const gone = join(await createTemporaryFolder(), 'gone')
  expect(await failureCode(runGit(gone, ['status']))).toBe('not-found')
})

test('more input than git reads does no harm', async () => {
  const { root } = await createRepository({ 'a.md': 'a' })
  expect((await runGit(root, ['rev-parse', 'HEAD'], { stdin: 'x'.repeat(1 << 22) })).exitCode).toBe(0)
})

async function folderWithGit(script: string, mode = 0o755): Promise<string> {
  const folder = await createTemporaryFolder()
  await writeFile(join(folder, 'git'), script)
  await chmod(join(folder, 'git'), mode)
  return folder
}

function withPath(...folders: readonly string[]): void {
  const pathBefore = process.env.PATH
  process.env.PATH = folders.join(delimiter)
  onTestFinished(() => {
    process.env.PATH = pathBefore
  })
}

describe('the git that is run', () => {
  test.skipIf(process.platform === 'win32')('is never one of the folder that it works in', async () => {
    const folder = await folderWithGit('#!/bin/sh\necho of the blog\n')
    withPath('', '.', 'bin')
    expect(await failureCode(runGit(folder, ['--version']))).toBe('git-missing')
    withPath('.', await folderWithGit('#!/bin/sh\necho of the writer\n'))
    expect((await runGit(folder, ['--version'])).stdout.toString()).toBe('of the writer\n')
  })

  test('is looked for in absolute folders alone, on Windows as a program that needs no shell', () => {
    expect(gitCandidates({ PATH: ':.:bin:/usr/bin:/opt/git/bin' }, 'linux')).toEqual([
      '/usr/bin/git',
      '/opt/git/bin/git',
    ])
    const Path = '.;;bin;\\bin;C:bin;"C:\\Program Files\\Git\\cmd";D:/git;\\\\server\\git'
    expect(gitCandidates({ Path, PATHEXT: '.BAT;.EXE;.CMD' }, 'win32')).toEqual([
      'C:\\Program Files\\Git\\cmd\\git.exe',
      'D:\\git\\git.exe',
      '\\\\server\\git\\git.exe',
    ])
    expect(gitCandidates({ Path: 'C:\\git' }, 'win32')).toEqual(['C:\\git\\git.com', 'C:\\git\\git.exe'])
    expect(gitCandidates({}, 'linux')).toEqual([])
  })

  test.skipIf(process.platform === 'win32').each([
    ['refuses to say its version', '#!/bin/sh\necho "no developer tools were found" >&2\nexit 1\n', 0o755],
    ['is not executable', '#!/bin/sh\n', 0o644],
  ])('is not here when it %s', async (_name, script, mode) => {
    withPath(await folderWithGit(script, mode))
    expect(await isGitHere()).toBe(false)
  })
})
