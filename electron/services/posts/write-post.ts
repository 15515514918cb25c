import { FailureError, fail } from '#shared/contract/failure'
import type { LineEdit, WrittenPost } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { absentVersion } from '#shared/post/absent-version'
import { findUneditedChange } from '#shared/text/line-edits'
import { encodeTextFile } from '#shared/text/text-file'
import { atomicWrite } from '../files/atomic-write'
import type { Journal } from '../files/journal'
import { createKeyedLock } from '../files/keyed-lock'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog, resolveNewInBlog } from '../files/resolve-in-blog'
import { explained, systemCode } from '../files/system-failure'
import { versionOf } from '../files/version'
import type { Ports } from '../ports'
import { decodePost } from './decode-post'
import { maxPostBytes } from './limits'
import { whyNotMarkdown, whyNotWritable } from './post-access'

/** One save. `baseVersion` names the bytes that the text was made from, `absentVersion` a file that is not there. */
export type PostWrite = {
  readonly root: string
  readonly path: PostPath
  readonly text: string
  readonly baseVersion: string
  /** The lines that the writer edited since, in order; without it nothing is known of what was edited. */
  readonly edited?: readonly LineEdit[] | undefined
}

/** Saves posts, one save of a file after the other. */
export type PostWriter = (write: PostWrite) => Promise<WrittenPost>

/**
 * A writer that replaces a post only when the disk still has the version it was read at: otherwise `conflict`, or `not-found` when it
 * is gone, and nothing is written. Text that would change a line which was not edited is `refused`. Byte order mark and mode are kept; the
 * text brings its own line endings. Any failure leaves the old bytes. A success forgets the text that the journal kept, if it is the same; when that fails it is logged, as the text is saved.
 */
export function createPostWriter({
  journal,
  now,
  log,
}: { readonly journal: Journal } & Pick<Ports, 'now' | 'log'>): PostWriter {
  const serialise = createKeyedLock()
  return async (write) => {
    const target = await targetOf(write)
    return serialise(target, async () => {
      const outcome = await explained(write.path, () => save(write, target, journal))
      try {
        await journal.discardSaved(write.root, write.path, write.text)
      } catch (error) {
        log({
          level: 'warn',
          message: `Text kept for ${write.path} could not be removed after its save`,
          error,
        })
      }
      return { ...outcome, savedAt: now().toISOString() }
    })
  }
}

async function targetOf({ root, path, baseVersion }: PostWrite): Promise<string> {
  const why = whyNotMarkdown(path)
  if (why !== null) fail('read-only', why)
  if (baseVersion === absentVersion) return resolveNewInBlog(root, path)
  try {
    return await resolveInBlog(root, path)
  } catch (error) {
    if (error instanceof FailureError && error.code === 'not-found') fail('not-found', gone(path))
    throw error
  }
}

async function save(
  write: PostWrite,
  target: string,
  journal: Journal,
): Promise<Omit<WrittenPost, 'savedAt'>> {
  const old = await readCurrent(write, target)
  const current = decodePost(old ?? new Uint8Array())
  if (current.whyNot !== null) fail('read-only', current.whyNot)
  const text = withoutNewMark(write.text, current.text)
  const bytes = encode(text, current.byteOrderMark)
  if (bytes.length > maxPostBytes) {
    const limit = maxPostBytes / 1024 / 1024
    fail('too-large', `The text is larger than the ${limit} MB that Galley opens. Nothing was written.`)
  }
  const version = versionOf(bytes)
  if (old !== null && version === versionOf(old)) return { version, wrote: false, note: null }
  if (old !== null) checkEdited({ ...write, text }, current.text)
  const whyNot = old === null ? null : await whyNotWritable(target)
  if (whyNot !== null) fail('permission-denied', whyNot)
  const outcome = await atomicWrite({
    target,
    bytes,
    checkCurrent: async () => {
      await readCurrent(write, target)
    },
    keepSafe: () => journal.keep(write.root, write.path, write.text, write.baseVersion),
  })
  return { version, wrote: true, note: outcome.note }
}

/** A byte order mark that came with pasted text is no part of it: as the file's first character it would be taken for the file's own. */
function withoutNewMark(text: string, onDisk: string): string {
  return onDisk.startsWith('\ufeff') ? text : text.replace(/^\ufeff+/, '')
}

/** The last wall against a fault of ours: what the writer did not touch stays as the disk has it. */
function checkEdited({ path, text, edited }: PostWrite, onDisk: string): void {
  const line = edited === undefined ? null : findUneditedChange(onDisk, text, edited)
  if (line === null) return
  fail(
    'refused',
    `Saving ${path} would have changed line ${line + 1}, which you did not edit, so nothing was written. Your text is kept. Open the blog anew and look it over before you save; please report this, since it is a fault in Galley.`,
  )
}

/** The bytes on disk, null for none; fails when they are not what the writer saw. */
async function readCurrent({ path, baseVersion }: PostWrite, target: string): Promise<Buffer | null> {
  const bytes = await readOrAbsent(target, path)
  const version = bytes === null ? absentVersion : versionOf(bytes)
  if (version === baseVersion) return bytes
  if (bytes === null) fail('not-found', gone(path))
  if (baseVersion === absentVersion)
    fail('conflict', `There is a file ${path} already. Nothing was written; choose another name.`)
  fail(
    'conflict',
    `${path} was changed on disk since you opened it. Nothing was written; compare the two and choose.`,
  )
}

function gone(path: PostPath): string {
  return `${path} is not there any more: it was deleted, moved or renamed. Nothing was written and your text is kept.`
}

async function readOrAbsent(target: string, path: PostPath): Promise<Buffer | null> {
  try {
    return await readRegularFile(target, path, maxPostBytes)
  } catch (error) {
    if (error instanceof Error && systemCode(error.cause) === 'ENOENT') return null
    throw error
  }
}

function encode(text: string, byteOrderMark: boolean): Uint8Array {
  try {
    return encodeTextFile(text, { byteOrderMark })
  } catch (error) {
    if (error instanceof RangeError) fail('refused', error.message)
    throw error
  }
}
