import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Hands `task` the options that name these paths to git by a file of their own: any number of them, whatever their names, leaving
 * standard input free.
 */
export async function withPathspecFile<Value>(
  paths: readonly string[],
  task: (options: readonly string[]) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-paths-'))
  try {
    const file = join(folder, 'paths')
    await writeFile(file, paths.join('\0'), { mode: 0o600 })
    return await task([`--pathspec-from-file=${file}`, '--pathspec-file-nul'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
