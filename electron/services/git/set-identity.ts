import type { Identity } from '#shared/contract/git'
import { runGit } from './run-git'

/** Writes the author into this repository's own settings; the writer's global ones stay as they are. */
export async function setIdentity(folder: string, { name, email }: Identity): Promise<void> {
  // `--`: a name that begins with a dash is no option
  await runGit(folder, ['config', '--local', '--replace-all', '--', 'user.name', name], { writes: true })
  await runGit(folder, ['config', '--local', '--replace-all', '--', 'user.email', email], { writes: true })
}
