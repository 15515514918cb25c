import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryFile } from '../helpers/repository-root'

const run = promisify(execFile)

/** Git as the tests want it: none of the settings of whoever runs them. */
export const gitEnvironment = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull } as const

/** A blog of a test's own: a git repository with everything in one commit. */
export type TemporaryBlog = {
  /** Absolute and real. */
  readonly folder: string
  /** The text of a file; `path` is relative to the blog. */
  read(path: string): Promise<string>
  /** Writes a file from outside Galley, its folders made as needed. */
  write(path: string, text: string | Uint8Array): Promise<void>
  /** Runs git in the blog and gives its standard output. */
  git(...given: readonly string[]): Promise<string>
  remove(): Promise<void>
}

/** A new empty folder, its path real. */
export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'galley-e2e-')))
}

/** Removes a folder and all in it; it may be gone already. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

/** A copy of a blog that the fixtures hold (a folder below `test/fixtures`), committed by somebody who is known in this repository only. */
export async function createTemporaryBlog(fixture = 'blogs/engblog'): Promise<TemporaryBlog> {
  const folder = await temporaryFolder()
  const git: TemporaryBlog['git'] = async (...given) => {
    const env = { ...process.env, ...gitEnvironment }
    return (await run('git', [...given], { cwd: folder, env })).stdout
  }
  await cp(repositoryFile(`test/fixtures/${fixture}`), folder, { recursive: true })
  await git('init', '--quiet', '--initial-branch=main', '--template=')
  await git('config', 'user.name', 'Ada Writer')
  await git('config', 'user.email', 'ada@example.org')
  await git('add', '--all')
  await git('commit', '--quiet', '--message=Begin')
  return {
    folder,
    git,
    read: (path) => readFile(join(folder, path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    remove: () => removeFolder(folder),
  }
}
