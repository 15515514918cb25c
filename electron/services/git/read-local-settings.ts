import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { explainSystemError } from '../files/system-failure'
import { isMissing } from './is-missing'
import type { Setting } from './ordinary-settings'
import { runGit } from './run-git'

/**
 * The repository's own settings, those of the files they include, and those of this working copy alone. Reading them runs nothing,
 * whatever they say. `folder` lies in the working copy, `gitFolder` is that working copy's own.
 */
export async function readLocalSettings(folder: string, gitFolder: string): Promise<readonly Setting[]> {
  const local = await list(folder, ['--local'])
  const hasOwn = local.some(({ key, value }) => key === 'extensions.worktreeconfig' && isOn(value))
  const own = join(gitFolder, 'config.worktree')
  // By its name: with the extension on, git's `--worktree` fails for a file that is not there.
  return hasOwn && (await exists(own)) ? [...local, ...(await list(folder, ['--file', own]))] : local
}

/** Whether git takes a value for true. One that is no boolean counts as true, so that nothing is left unread. */
function isOn(value: string): boolean {
  return !/^(?:false|no|off|[+-]?0+[kmg]?|)$/i.test(value)
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw explainSystemError(error, file)
  }
}

async function list(folder: string, source: readonly string[]): Promise<readonly Setting[]> {
  const args = ['config', ...source, '--includes', '--show-origin', '-z', '--list']
  const { stdout } = await runGit(folder, args)
  const parts = stdout.toString('utf8').split('\0')
  const settings: Setting[] = []
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const origin = (parts[index] ?? '').replace(/^file:/, '')
    const entry = parts[index + 1] ?? ''
    const lineEnd = entry.indexOf('\n')
    // A name alone, without `=`, means true.
    settings.push(
      lineEnd < 0
        ? { origin, key: entry, value: 'true' }
        : { origin, key: entry.slice(0, lineEnd), value: entry.slice(lineEnd + 1) },
    )
  }
  return settings
}
