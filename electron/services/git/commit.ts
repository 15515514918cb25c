import type { CallResult } from '#shared/contract/calls'
import { FailureError, fail } from '#shared/contract/failure'
import type { ChangedFile } from '#shared/contract/git'
import type { PostPath } from '#shared/contract/post-path'
import type { Ports } from '../ports'
import type { RepositoryPlace } from './find-repository'
import { awaitIndex } from './index-lock'
import { withPathspecFile } from './pathspec-file'
import { readHooks } from './read-hooks'
import { noGuessedIdentity, readIdentity } from './read-identity'
import { readProgress } from './read-progress'
import { readWorkingState } from './read-status'
import { type GitAnswer, gitFailed, outputOf, runGit } from './run-git'

/** One commit: these files as they are on disk, and no others. */
export type Commit = {
  /** The blog's real path, inside the working copy `place`. */
  readonly root: string
  readonly place: RepositoryPlace
  readonly paths: readonly PostPath[]
  readonly message: string
  readonly now: () => Date
  readonly log: Ports['log']
  /** How long to wait for another git that holds the index. */
  readonly lockWaitMs?: number
}

const defaultLockWaitMs = 3_000
// A hook may build a whole site.
const commitTimeoutMs = 15 * 60 * 1000
const commitHooks = new Set(['pre-commit', 'prepare-commit-msg', 'commit-msg'])

/**
 * Commits exactly the named paths: changed, new and deleted files as they are on disk. What else is staged stays staged as it was,
 * also when the commit fails. Hooks run. `nothing-to-commit`, `identity-missing`, `refused` during someone's merge or for a
 * conflicted file, `locked`, `hook-failed` with the hook's whole output, else `git-failed`.
 */
export async function commitPaths(commit: Commit): Promise<CallResult<'git.commit'>> {
  const { root, place } = commit
  await refuseDuringOperation(place)
  const { files, head } = await readWorkingState(root, place)
  const changed = changedAmong(files, commit.paths)
  await requireIdentity(root)
  await awaitFreeIndex(commit)
  await commitChanged(commit, changed)
  const { stdout } = await runGit(root, ['log', '-1', '--no-show-signature', '--format=%H%x00%s'])
  const [oid = '', summary = ''] = stdout.toString('utf8').trimEnd().split('\0')
  return { commit: oid, summary, branch: head.kind === 'detached' ? null : head.name }
}

async function awaitFreeIndex({ place, now, lockWaitMs }: Commit): Promise<void> {
  await awaitIndex(place.gitFolder, now, lockWaitMs ?? defaultLockWaitMs)
}

async function refuseDuringOperation({ gitFolder }: RepositoryPlace): Promise<void> {
  const progress = await readProgress(gitFolder)
  // Bisecting only moves HEAD about: a commit there takes nothing unfinished along.
  if (progress === null || progress === 'bisect') return
  fail(
    'refused',
    `A ${progress} that was begun elsewhere is not finished. Finish or abort it with the tool that began it; your text is saved.`,
  )
}

function changedAmong(files: readonly ChangedFile[], paths: readonly PostPath[]): readonly ChangedFile[] {
  const wanted = new Set(paths)
  const changed = files.filter(({ path }) => wanted.has(path))
  const conflicted = changed.find(({ change }) => change === 'conflicted')
  if (conflicted !== undefined) {
    fail(
      'refused',
      `${conflicted.path} has a merge conflict. Resolve it with the tool that merged, then commit.`,
    )
  }
  if (changed.length === 0) throw nothingToCommit()
  return changed
}

function nothingToCommit(): FailureError {
  return new FailureError(
    'nothing-to-commit',
    'There is nothing to commit: git sees no change in it, or was told to ignore it.',
  )
}

async function requireIdentity(root: string): Promise<void> {
  const identity = await readIdentity(root)
  if (identity?.name === undefined || identity.email === undefined) {
    fail(
      'identity-missing',
      'Git does not know who you are yet. Enter your name and address, then commit again.',
    )
  }
}

async function commitChanged(commit: Commit, changed: readonly ChangedFile[]): Promise<void> {
  const { root, message, place } = commit
  const untracked = changed.filter(({ change }) => change === 'untracked').map(({ path }) => path)
  if (untracked.length > 0) await announce(root, untracked)
  try {
    await withPathspecFile(
      changed.map(({ path }) => path),
      async (paths) => {
        const answer = await runGit(
          root,
          [...noGuessedIdentity, 'commit', '--only', '--cleanup=whitespace', '--file=-', ...paths],
          { stdin: message, writes: true, timeoutMs: commitTimeoutMs, accept: [1, 128] },
        )
        if (answer.exitCode !== 0) throw await explainFailure(root, place, answer)
      },
    )
  } catch (error) {
    if (untracked.length > 0) await withdraw(commit, untracked)
    throw error
  }
}

/** Makes new files known to git without their content, which `commit --only` needs; nobody else's entry is touched. */
async function announce(root: string, paths: readonly PostPath[]): Promise<void> {
  await withPathspecFile(paths, (options) =>
    runGit(root, ['add', '--intent-to-add', ...options], { writes: true }),
  )
}

/** Undoes `announce` after a failure, which is the one to tell of: that this does not work is only logged. */
async function withdraw(commit: Commit, paths: readonly PostPath[]): Promise<void> {
  const forget = async () => {
    await awaitFreeIndex(commit)
    await runGit(commit.root, ['update-index', '-z', '--force-remove', '--stdin'], {
      stdin: `${paths.join('\0')}\0`,
      writes: true,
    })
  }
  try {
    // Once more: another git may take the index between the look and the command.
    await forget().catch(forget)
  } catch (error) {
    const message = `After a failed commit in ${commit.root}, its new files are still announced in git's index`
    commit.log({ level: 'warn', message, error })
  }
}

async function explainFailure(
  root: string,
  place: RepositoryPlace,
  answer: GitAnswer,
): Promise<FailureError> {
  const detail = outputOf(answer)
  if (/index\.lock': File exists/.test(detail)) {
    return new FailureError(
      'locked',
      `Another git command is at work in ${place.top}. Try again when it is done.`,
      {
        detail,
      },
    )
  }
  // A hook's own words go to the error stream.
  if (/^(?:# )?(?:nothing|no changes) (?:to|added to) commit/m.test(answer.stdout.toString('utf8'))) {
    return nothingToCommit()
  }
  if (answer.exitCode === 1 && (await hasCommitHook(root))) {
    return new FailureError(
      'hook-failed',
      'A hook of this repository refused the commit; nothing was committed and your text is saved. Its words are below.',
      { detail },
    )
  }
  return gitFailed('Git did not make the commit. Your text is saved; git’s own words are below.', answer)
}

async function hasCommitHook(root: string): Promise<boolean> {
  const { stdout } = await runGit(root, ['rev-parse', '--path-format=absolute', '--git-path', 'hooks'])
  const hooks = await readHooks(stdout.toString('utf8').replace(/\r?\n$/, ''))
  return hooks.some(({ name }) => commitHooks.has(name))
}
