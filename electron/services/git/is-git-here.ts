import { tmpdir } from 'node:os'
import { FailureError } from '#shared/contract/failure'
import { runGit } from './run-git'

/** Whether git can be run on this machine. Asked anew each time, so that installing git needs no restart. */
export async function isGitHere(): Promise<boolean> {
  try {
    await runGit(tmpdir(), ['--version'])
    return true
  } catch (error) {
    if (error instanceof FailureError && error.code === 'git-missing') return false
    throw error
  }
}
