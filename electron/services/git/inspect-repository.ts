import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { TrustFinding } from '#shared/contract/git'
import { systemCode } from '../files/system-failure'
import { findRepository, type RepositoryPlace } from './find-repository'
import { isOrdinarySetting, type Setting, whyNotOrdinary } from './ordinary-settings'
import { type Hook, readHooks } from './read-hooks'
import { readLocalSettings } from './read-local-settings'

/** What a repository would make git do, found without letting git do it. */
export type Inspection = {
  readonly findings: readonly TrustFinding[]
  /** Of everything found, values and hooks' bytes included; equal for equal findings. */
  readonly fingerprint: string
  readonly isBare: boolean
}

/** Looks for settings, hooks and pointers through which the repository itself, not the writer, would have git run programs. */
export async function inspectRepository(folder: string, place: RepositoryPlace): Promise<Inspection> {
  const settings = await readLocalSettings(folder, place.gitFolder)
  const hooks = await readHooks(join(place.commonFolder, 'hooks'))
  const worksHere = (worktree: string) => resolve(place.gitFolder, worktree) === place.top
  const telling = settings.filter((setting) => !isOrdinarySetting(setting, worksHere))
  const stray = await findStray(place)
  return {
    findings: [
      ...telling.map(findingOfSetting),
      ...hooks.map((hook) => findingOfHook(hook, place)),
      ...(stray === null ? [] : [stray]),
    ],
    fingerprint: fingerprintOf(telling, hooks, stray?.where ?? null),
    // A linked working copy of a bare repository has files all the same.
    isBare: place.pointer === null && settings.findLast(({ key }) => key === 'core.bare')?.value === 'true',
  }
}

function findingOfSetting({ key, origin }: Setting): TrustFinding {
  return { name: key, where: origin, why: whyNotOrdinary(key) }
}

function findingOfHook({ name }: Hook, { top, commonFolder }: RepositoryPlace): TrustFinding {
  const file = join(commonFolder, 'hooks', name)
  return {
    name: `the hook ${name}`,
    where: file.startsWith(top + sep) ? relative(top, file) : file,
    why: 'Git would run this program by itself, around a commit for example.',
  }
}

/** The file through which the repository lies in another place that does not know of it; null for a sound one. */
async function findStray(place: RepositoryPlace): Promise<TrustFinding | null> {
  const { gitFolder, commonFolder, pointer } = place
  if (pointer === null) {
    if (commonFolder === gitFolder) return null
    return {
      name: '.git/commondir',
      where: commonFolder,
      why: 'This repository’s settings and hooks lie in another place.',
    }
  }
  if ((await isLinkedWorkingCopy(place, pointer)) || (await isSubmodule(place))) return null
  return {
    name: '.git',
    where: gitFolder,
    why: 'This folder’s repository lies in another place, which does not know of this folder.',
  }
}

function fingerprintOf(settings: readonly Setting[], hooks: readonly Hook[], stray: string | null): string {
  const facts = JSON.stringify([
    settings.map(({ key, value }) => [key, value]),
    hooks.map(({ name, checksum }) => [name, checksum]),
    stray,
  ])
  return createHash('sha256').update(facts).digest('hex')
}

// A `.git` file is sound when it is a linked working copy's or a submodule's, which the other side confirms.
async function isLinkedWorkingCopy(place: RepositoryPlace, pointer: string): Promise<boolean> {
  if (dirname(place.gitFolder) !== join(place.commonFolder, 'worktrees')) return false
  try {
    const back = (await readFile(join(place.gitFolder, 'gitdir'), 'utf8')).trim()
    return (await realpath(resolve(place.gitFolder, back))) === (await realpath(pointer))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

async function isSubmodule(place: RepositoryPlace): Promise<boolean> {
  const outer = await findRepository(dirname(place.top))
  return outer !== null && place.gitFolder.startsWith(join(outer.commonFolder, 'modules') + sep)
}
