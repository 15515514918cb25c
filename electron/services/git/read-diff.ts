import { FailureError } from '#shared/contract/failure'
import type { GitDiff } from '#shared/contract/git'
import type { PostPath } from '#shared/contract/post-path'
import { decodeTextFile } from '#shared/text/text-file'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { gitFailed, runGit } from './run-git'

const maxFileBytes = 32 * 1024 * 1024

type Side =
  | { readonly kind: 'absent' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'text'; readonly text: string }

/**
 * One file at HEAD and on disk. The text of HEAD is as a checkout would write it, line endings included, so that only real changes
 * differ. Nothing external compares: the texts are git's and the disk's own.
 */
export async function readDiff(root: string, path: PostPath): Promise<GitDiff> {
  const [before, after] = await Promise.all([readHead(root, path), readDisk(root, path)])
  if (before.kind === 'binary' || after.kind === 'binary') {
    return { before: null, after: null, binary: true, addedLines: 0, removedLines: 0 }
  }
  const beforeText = before.kind === 'text' ? before.text : null
  const afterText = after.kind === 'text' ? after.text : null
  const lines =
    beforeText !== null && afterText !== null
      ? await countChangedLines(root, path)
      : { addedLines: countLines(afterText), removedLines: countLines(beforeText) }
  return { before: beforeText, after: afterText, binary: false, ...lines }
}

async function readHead(root: string, path: PostPath): Promise<Side> {
  const sizeBytes = await sizeAtHead(root, path)
  if (sizeBytes === null) return { kind: 'absent' }
  if (sizeBytes > maxFileBytes) return { kind: 'binary' }
  const { stdout } = await runGit(root, ['cat-file', '--filters', `HEAD:./${path}`])
  return sideOf(stdout)
}

async function sizeAtHead(root: string, path: PostPath): Promise<number | null> {
  const answer = await runGit(root, ['ls-tree', '-z', '-l', 'HEAD', '--', path], { accept: [128] })
  if (answer.exitCode === 128) {
    if (await hasCommit(root)) throw gitFailed(`Git cannot read ${path} as it was last committed.`, answer)
    return null
  }
  const [, size] = /^\d+ blob [0-9a-f]+ +(\d+)\t/.exec(answer.stdout.toString('utf8')) ?? []
  return size === undefined ? null : Number(size)
}

async function hasCommit(root: string): Promise<boolean> {
  const { exitCode } = await runGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], { accept: [1] })
  return exitCode === 0
}

async function readDisk(root: string, path: PostPath): Promise<Side> {
  try {
    return sideOf(await readRegularFile(await resolveInBlog(root, path), path, maxFileBytes))
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    if (error.code === 'not-found') return { kind: 'absent' }
    if (error.code === 'too-large') return { kind: 'binary' }
    throw error
  }
}

function sideOf(bytes: Uint8Array): Side {
  const decoded = decodeTextFile(bytes)
  return decoded.kind === 'text' ? { kind: 'text', text: decoded.text } : { kind: 'binary' }
}

async function countChangedLines(root: string, path: PostPath) {
  const { stdout } = await runGit(root, [
    'diff',
    '--numstat',
    '-z',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--no-color',
    '--ignore-submodules=all',
    'HEAD',
    '--',
    path,
  ])
  const [, added, removed] = /^(\d+)\t(\d+)\t/.exec(stdout.toString('utf8')) ?? []
  return { addedLines: Number(added ?? 0), removedLines: Number(removed ?? 0) }
}

function countLines(text: string | null): number {
  if (text === null || text === '') return 0
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
