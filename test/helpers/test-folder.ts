import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new empty folder for all tests of a file, its path real, removed when they have run. */
export async function folderForFile(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-hosts-')))
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
