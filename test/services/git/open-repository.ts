import { join } from 'node:path'
import { createRepository, type FileTree } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'

/** A repository with these files committed, open as a blog at `folder`, and the calls and looks that tests of a commit need. */
export async function openRepository(files: FileTree, folder = '.') {
  const repository = await createRepository(files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(join(repository.root, folder))
  const commit = (paths: readonly string[], message = 'Change') =>
    harness.call('git.commit', { blog, paths: paths.map(post), message })
  const failToCommit = (paths: readonly string[], message = 'Change') =>
    harness.failure('git.commit', { blog, paths: paths.map(post), message })
  const filesOf = async (revision = 'HEAD') =>
    (await repository.git('show', '--format=', '--name-status', '-z', '--no-renames', revision))
      .split('\0')
      .filter(Boolean)
  const index = () => repository.git('ls-files', '--stage', '-z', '--debug')
  const entry = (name: string) => repository.git('ls-files', '--stage', '-z', '--', name)
  return { ...repository, ...harness, blog, commit, failToCommit, filesOf, index, entry }
}
