import { type FileHandle, open } from 'node:fs/promises'
import { fail } from '#shared/contract/failure'
import { versionOf } from './version'

/**
 * Overwrites an existing file's bytes without replacing the file, so its hard links stay. A full disk leaves the old bytes: what
 * grows the file is written first, behind the old end, and taken back when it does not fit. A crash in between can tear the file:
 * keep the new bytes elsewhere before.
 */
export async function writeInPlace(target: string, bytes: Uint8Array): Promise<void> {
  const file = await open(target, 'r+')
  try {
    const { size: oldSize } = await file.stat()
    await appendTail(file, bytes, oldSize)
    await writeAll(file, bytes.subarray(0, oldSize), 0)
    await file.truncate(bytes.length)
    await file.sync()
    await verify(file, bytes)
  } finally {
    await file.close()
  }
}

async function appendTail(file: FileHandle, bytes: Uint8Array, oldSize: number): Promise<void> {
  try {
    await writeAll(file, bytes.subarray(oldSize), oldSize)
    await file.sync()
  } catch (error) {
    await file.truncate(oldSize)
    throw error
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function verify(file: FileHandle, bytes: Uint8Array): Promise<void> {
  const stored = Buffer.alloc(bytes.length)
  const { bytesRead } = await file.read(stored, 0, bytes.length, 0)
  if (bytesRead !== bytes.length || versionOf(stored) !== versionOf(bytes)) {
    fail(
      'refused',
      'The disk did not keep what was written to it. Your text is kept; save it again or elsewhere.',
    )
  }
}
