import type { Stats } from 'node:fs'
import { type FileHandle, lstat, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail } from '#shared/contract/failure'
import { removeIfThere } from './remove-if-there'
import { renamePatiently } from './rename-patiently'
import { syncFolder } from './sync-folder'
import { systemCode } from './system-failure'
import { temporaryName } from './temporary-name'
import { versionOf } from './version'
import { writeInPlace } from './write-in-place'

/** What `atomicWrite` is asked to do. */
export type AtomicWrite = {
  /** Absolute, links resolved: the file itself is replaced, a link that led here stays a link. */
  readonly target: string
  readonly bytes: Uint8Array
  /** Throws when the disk no longer has what the writer saw. Called again in the last moment before the old file is replaced. */
  readonly checkCurrent: () => Promise<void>
  /** Keeps the new bytes elsewhere. Called before a file is overwritten in place, where a crash could tear it. */
  readonly keepSafe: () => Promise<void>
}

/** How the bytes got there: in one step, or over the old ones. `note` tells the writer what was out of the ordinary. */
export type WriteOutcome =
  | { readonly kind: 'replaced'; readonly note: string | null }
  | { readonly kind: 'in-place'; readonly note: string }

const newFileMode = 0o666

/**
 * Replaces a file's bytes so that a crash at any moment leaves the old file or the new one, whole: a hidden temporary file in the
 * same folder, fsync, rename, fsync of the folder. Mode and, where the system allows, owner are kept. A file with several hard links,
 * or in a folder that takes no new files, is overwritten in place after `keepSafe`. On any error the old bytes stay; once the new
 * ones are in place nothing fails any more. `sync` makes the folder's names last.
 */
export async function atomicWrite(write: AtomicWrite, sync = syncFolder): Promise<WriteOutcome> {
  const old = await statsOf(write.target)
  if (old !== null && old.nlink > 1) {
    return overwrite(write, 'Saved over the old text, to keep the file’s other hard links.')
  }
  // same folder: a rename cannot cross file systems
  const temporary = join(dirname(write.target), temporaryName())
  let file: FileHandle
  try {
    file = await open(temporary, 'wx', old === null ? newFileMode : 0o600)
  } catch (error) {
    if (old === null || !isUnwritableFolder(error)) throw error
    return overwrite(write, 'Saved over the old text, because its folder takes no new files.')
  }
  try {
    await fill(file, write.bytes, old)
    await verify(temporary, write.bytes)
    await write.checkCurrent()
    await renamePatiently(temporary, write.target)
  } catch (error) {
    await removeIfThere(temporary)
    throw error
  }
  return { kind: 'replaced', note: await noteOfSync(() => sync(dirname(write.target))) }
}

async function noteOfSync(sync: () => Promise<void>): Promise<string | null> {
  try {
    await sync()
    return null
  } catch {
    // the new bytes are read back already: an error would have the writer believe the old ones are there
    return 'Saved, but the disk did not confirm that this lasts through a power cut. Check the disk.'
  }
}

async function fill(file: FileHandle, bytes: Uint8Array, old: Stats | null): Promise<void> {
  try {
    await file.writeFile(bytes)
    if (old !== null) await keepOwnerAndMode(file, old)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function keepOwnerAndMode(file: FileHandle, old: Stats): Promise<void> {
  const own = await file.stat()
  if (own.uid !== old.uid || own.gid !== old.gid) {
    try {
      await file.chown(old.uid, old.gid)
    } catch (error) {
      // Only a privileged process may give a file away; the text matters more than its owner.
      if (systemCode(error) !== 'EPERM') throw error
    }
  }
  // after chown, which may clear bits
  await file.chmod(old.mode & 0o7777)
}

async function verify(temporary: string, bytes: Uint8Array): Promise<void> {
  if (versionOf(await readFile(temporary)) !== versionOf(bytes)) {
    fail('refused', 'The disk did not keep what was written to it, so the old file was left as it was.')
  }
}

async function overwrite(write: AtomicWrite, note: string): Promise<WriteOutcome> {
  await write.keepSafe()
  await write.checkCurrent()
  await writeInPlace(write.target, write.bytes)
  return { kind: 'in-place', note }
}

function isUnwritableFolder(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(systemCode(error) ?? '')
}

async function statsOf(target: string): Promise<Stats | null> {
  try {
    return await lstat(target)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
