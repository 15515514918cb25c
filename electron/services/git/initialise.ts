import { runGit } from './run-git'

/**
 * Makes a folder a repository with nothing committed, its first branch named as the writer's settings say, else `main`. Without
 * `template` git's own template folder, the writer's, is not copied.
 */
export async function initialiseRepository(
  folder: string,
  { template }: { readonly template: boolean },
): Promise<void> {
  const { stdout } = await runGit(folder, ['config', '--get', 'init.defaultBranch'], { accept: [1] })
  const branch = stdout.toString('utf8').trim() || 'main'
  const options = template ? [] : ['--template=']
  await runGit(folder, ['init', '--quiet', `--initial-branch=${branch}`, ...options], { writes: true })
}
