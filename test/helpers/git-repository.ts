import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createTemporaryFolder } from './temporary-folder'

// No settings of the machine that the tests run on.
process.env.GIT_CONFIG_NOSYSTEM = '1'
process.env.GIT_CONFIG_GLOBAL = devNull

const run = promisify(execFile)

/** A real repository in a temporary folder. */
export type TestRepository = {
  readonly root: string
  /** Runs git there and gives its standard output. */
  git(...args: readonly string[]): Promise<string>
  /** Writes a file, its folders made as needed. */
  write(path: string, text: string | Uint8Array): Promise<void>
}

/** The author of every commit that the tests make. */
export const testIdentity = { name: 'Ada Writer', email: 'ada@example.org' } as const

/** Files of a test, by their path. */
export type FileTree = Readonly<Record<string, string | Uint8Array>>

/** A repository with these files committed; without files it has no commit. */
export async function createRepository(files: FileTree = {}): Promise<TestRepository> {
  const root = await createTemporaryFolder()
  const repository = repositoryAt(root)
  await repository.git('init', '--quiet', '--initial-branch=main', '--template=')
  await repository.git('config', 'user.name', testIdentity.name)
  await repository.git('config', 'user.email', testIdentity.email)
  if (Object.keys(files).length > 0) {
    await writeFiles(root, files)
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--message=Begin')
  }
  return repository
}

/** The repository that a folder already is, or becomes. */
export function repositoryAt(root: string): TestRepository {
  return {
    root,
    git: async (...args) => (await run('git', [...args], { cwd: root, maxBuffer: 1 << 26 })).stdout,
    write: (path, text) => writeFiles(root, { [path]: text }),
  }
}

/** Writes files below a folder. */
export async function writeFiles(root: string, files: FileTree): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, ...path.split('/'))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
