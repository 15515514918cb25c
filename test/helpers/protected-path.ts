import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { onTestFinished } from 'vitest'

const isRoot = process.getuid?.() === 0

/**
 * Takes the right to write from a file or folder until the test ends or the result is called; null when this machine has no way
 * to (root on a file system without the immutable flag, Windows).
 */
export function protect(path: string): (() => void) | null {
  if (process.platform === 'win32') return null
  const release = isRoot ? makeImmutable(path) : takeWriteBits(path)
  if (release !== null) onTestFinished(release)
  return release
}

function takeWriteBits(path: string): () => void {
  const { mode } = statSync(path)
  chmodSync(path, mode & 0o555)
  return () => chmodSync(path, mode)
}

function makeImmutable(path: string): (() => void) | null {
  return succeeds('chattr', ['+i', path]) ? () => void succeeds('chattr', ['-i', path]) : null
}

/** Mounts a small disk of its own at `folder` until the test ends; null when this machine does not let us. */
export function mountSmallDisk(folder: string, sizeKilobytes: number): { makeReadOnly(): void } | null {
  if (process.platform !== 'linux' || !isRoot) return null
  mkdirSync(folder, { recursive: true })
  if (!succeeds('mount', ['-t', 'tmpfs', '-o', `size=${sizeKilobytes}k`, 'tmpfs', folder])) return null
  onTestFinished(() => void succeeds('umount', ['-l', folder]))
  return {
    makeReadOnly: () => {
      if (!succeeds('mount', ['-o', 'remount,ro', folder])) throw new Error('the disk stays writable')
    },
  }
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
