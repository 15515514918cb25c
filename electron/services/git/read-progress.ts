import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitStatus } from '#shared/contract/git'
import { systemCode } from '../files/system-failure'

type Progress = NonNullable<Extract<GitStatus, { kind: 'ready' }>['inProgress']>

const marks: readonly (readonly [name: string, progress: Progress])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
]

/** The operation that someone began in this working copy and has not ended, from the files that git leaves while it lasts. */
export async function readProgress(gitFolder: string): Promise<Progress | null> {
  for (const [name, progress] of marks) {
    if (await exists(join(gitFolder, name))) return progress
  }
  return null
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
