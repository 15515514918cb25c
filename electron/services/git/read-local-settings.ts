import type { Setting } from './ordinary-settings'
import { runGit } from './run-git'

/**
 * The repository's own settings, those of the files they include, and those of this working copy alone. Reading them runs nothing,
 * whatever they say. `folder` lies in the working copy.
 */
export async function readLocalSettings(folder: string): Promise<readonly Setting[]> {
  const local = await list(folder, '--local')
  const hasOwn = local.some(({ key, value }) => key === 'extensions.worktreeconfig' && value !== 'false')
  return hasOwn ? [...local, ...(await list(folder, '--worktree'))] : local
}

async function list(folder: string, scope: '--local' | '--worktree'): Promise<readonly Setting[]> {
  const args = ['config', scope, '--includes', '--show-origin', '-z', '--list']
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
