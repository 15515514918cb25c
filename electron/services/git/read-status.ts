import { relative } from 'node:path'
import type { ChangedFile, GitStatus, Head } from '#shared/contract/git'
import { PostPath } from '#shared/contract/post-path'
import { toPostPath } from '../files/resolve-in-blog'
import type { RepositoryPlace } from './find-repository'
import { readIdentity } from './read-identity'
import { readProgress } from './read-progress'
import { runGit } from './run-git'

type Ready = Extract<GitStatus, { kind: 'ready' }>
type WorkingState = Pick<Ready, 'head' | 'files'>

const untrackedMark = '?'
const changes: Readonly<Record<string, ChangedFile['change']>> = { A: 'added', D: 'deleted' }

/** Branch, changed files below `root`, author and unfinished operation of a trusted working copy. */
export async function readReadyStatus(root: string, place: RepositoryPlace): Promise<Ready> {
  const [state, identity, inProgress] = await Promise.all([
    readWorkingState(root, place),
    readIdentity(root),
    readProgress(place.gitFolder),
  ])
  return { kind: 'ready', ...state, identity, inProgress }
}

/**
 * Where HEAD is and what changed below `root`, paths relative to it. A renamed file is one that went and one that came, so that
 * each can be committed by its name; submodules are not looked into, since their own settings are untrusted.
 */
export async function readWorkingState(root: string, { top }: RepositoryPlace): Promise<WorkingState> {
  const { stdout } = await runGit(root, [
    'status',
    '--porcelain=v2',
    '--branch',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=all',
    '--',
    '.',
  ])
  const inside = toPostPath(relative(top, root))
  return parseStatus(stdout, inside === '' ? '' : `${inside}/`)
}

/** Parses `git status --porcelain=v2 --branch -z --no-renames`. Names that no contract path can carry are left out. */
export function parseStatus(output: Uint8Array, prefix: string): WorkingState {
  const records = splitRecords(output)
  const headers = new Map<string, string>()
  const files = new Map<PostPath, ChangedFile>()
  for (const record of records) {
    const header = /^# (branch\.\w+) (.*)$/s.exec(record)
    if (header?.[1] !== undefined && header[2] !== undefined) headers.set(header[1], header[2])
    const file = parseFile(record, prefix)
    if (file !== null) files.set(file.path, together(files.get(file.path), file))
  }
  return { head: parseHead(headers), files: [...files.values()] }
}

/** A file taken from the index alone, as by `git rm --cached`, is named twice: as deleted and as untracked. It is there, and git knows it. */
function together(known: ChangedFile | undefined, file: ChangedFile): ChangedFile {
  return known === undefined ? file : { path: file.path, change: 'modified', staged: true, unstaged: true }
}

function splitRecords(output: Uint8Array): readonly string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const records: string[] = []
  let from = 0
  for (let at = output.indexOf(0); at >= 0; at = output.indexOf(0, from)) {
    try {
      records.push(decoder.decode(output.subarray(from, at)))
    } catch (error) {
      // A name that is no UTF-8 cannot be named across the contract.
      if (!(error instanceof TypeError)) throw error
    }
    from = at + 1
  }
  return records
}

function parseHead(headers: ReadonlyMap<string, string>): Head {
  const commit = headers.get('branch.oid') ?? ''
  const name = headers.get('branch.head') ?? ''
  if (commit === '(initial)') return { kind: 'unborn', name }
  if (name === '(detached)') return { kind: 'detached', commit }
  const [, ahead, behind] = /^\+(\d+) -(\d+)$/.exec(headers.get('branch.ab') ?? '') ?? []
  return {
    kind: 'branch',
    name,
    ahead: ahead === undefined ? null : Number(ahead),
    behind: behind === undefined ? null : Number(behind),
  }
}

function parseFile(record: string, prefix: string): ChangedFile | null {
  const kind = record.charAt(0)
  const fieldsBefore = { '?': 1, '1': 8, u: 10 }[kind]
  if (fieldsBefore === undefined) return null
  const path = PostPath.safeParse(withoutPrefix(pathAfter(record, fieldsBefore), prefix))
  if (!path.success) return null
  if (kind === untrackedMark) return { path: path.data, change: 'untracked', staged: false, unstaged: true }
  const staged = record.charAt(2)
  const unstaged = record.charAt(3)
  return {
    path: path.data,
    change: kind === 'u' ? 'conflicted' : changeOf(staged, unstaged),
    staged: staged !== '.',
    unstaged: unstaged !== '.',
  }
}

function changeOf(staged: string, unstaged: string): ChangedFile['change'] {
  if (unstaged === 'D') return 'deleted'
  return changes[staged] ?? changes[unstaged] ?? 'modified'
}

function pathAfter(record: string, fields: number): string {
  let from = 0
  for (let count = 0; count < fields; count++) from = record.indexOf(' ', from) + 1
  return record.slice(from)
}

function withoutPrefix(path: string, prefix: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : ''
}
