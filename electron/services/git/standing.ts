import { FailureError, fail } from '#shared/contract/failure'
import type { TrustFinding } from '#shared/contract/git'
import { findRepository, type RepositoryPlace } from './find-repository'
import { inspectRepository } from './inspect-repository'
import { isGitHere } from './is-git-here'
import { outputOf, runGit } from './run-git'
import type { TrustStore } from './trust-store'

/** How a folder stands to git, found before any command that the repository could make run a program. */
export type Standing =
  | { readonly kind: 'git-missing' }
  | { readonly kind: 'none' }
  | { readonly kind: 'bare' }
  | {
      readonly kind: 'untrusted'
      readonly place: RepositoryPlace
      readonly findings: readonly TrustFinding[]
      readonly fingerprint: string
    }
  | { readonly kind: 'trusted'; readonly place: RepositoryPlace; readonly fingerprint: string }

/** The standing of `root`, a real path. Looked up anew each time, since a pull can change what git would run. */
export async function readStanding(root: string, trust: TrustStore): Promise<Standing> {
  if (!(await isGitHere())) return { kind: 'git-missing' }
  const place = await findRepository(root)
  if (place === null) return { kind: 'none' }
  const { findings, fingerprint, isBare } = await inspect(root, place)
  if (isBare) return { kind: 'bare' }
  if (findings.length > 0 && !(await trust.isTrusted(place.gitFolder, fingerprint))) {
    return { kind: 'untrusted', place, findings, fingerprint }
  }
  return { kind: 'trusted', place, fingerprint }
}

/** The repository of `root`, trusted; fails with the code and the words for each other standing. */
export async function requireTrusted(root: string, trust: TrustStore): Promise<RepositoryPlace> {
  const standing = await readStanding(root, trust)
  switch (standing.kind) {
    case 'trusted':
      return standing.place
    case 'git-missing':
      return fail('git-missing', 'Git is not installed on this machine. Install it, then try again.')
    case 'none':
      return fail('not-a-repository', 'This folder is in no git repository yet. Make it one first.')
    case 'bare':
      return fail(
        'bare-repository',
        'This repository has no working copy, so there is nothing to commit from.',
      )
    case 'untrusted':
      return fail(
        'untrusted',
        'This repository’s own settings would run programs. Look at them and trust them before git is used here.',
      )
  }
}

async function inspect(root: string, place: RepositoryPlace) {
  try {
    return await inspectRepository(root, place)
  } catch (error) {
    if (!(error instanceof FailureError) || error.code !== 'git-failed') throw error
    // Asked for settings, git does not say why it sees no repository; asked where it is, it does, and runs nothing either.
    const answer = await runGit(root, ['rev-parse', '--git-dir'], { accept: [128] })
    const isOthers = outputOf(answer).includes('dubious ownership')
    const advice = isOthers
      ? `Another user owns that folder. If it is safe, tell git so: git config --global --add safe.directory "${place.top}"`
      : 'Git’s own words are below.'
    throw new FailureError('git-failed', `Git does not read the repository in ${place.top}. ${advice}`, {
      detail: isOthers ? outputOf(answer) : error.detail,
      cause: error,
    })
  }
}
