import { tmpdir } from 'node:os'
import { FailureError } from '#shared/contract/failure'
import { systemCode } from '../files/system-failure'
import { runGit } from './run-git'

/**
 * Whether git can be run on this machine: it says its version. A program of that name that does not is no git, as the one that macOS
 * has in its place. Asked anew each time, so that installing git needs no restart.
 */
export async function isGitHere(): Promise<boolean> {
  try {
    await runGit(tmpdir(), ['--version'])
    return true
  } catch (error) {
    if (error instanceof FailureError || systemCode(error) !== null) return false
    throw error
  }
}
