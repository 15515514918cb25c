import { posix } from 'node:path'

/**
 * `PATH` with the folders behind it where generators are usually installed. A program that was started from the desktop, not from a terminal,
 * is given a shorter one by macOS and by some Linux desktops. Windows keeps its own.
 */
export function widePath(
  environment: NodeJS.ProcessEnv,
  homeFolder: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const path = environment.PATH ?? ''
  if (platform === 'win32') return path
  const usual = [
    '/opt/homebrew/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...['.local/bin', 'go/bin', '.cargo/bin', '.rbenv/shims'].map((folder) => posix.join(homeFolder, folder)),
  ]
  return [...new Set([...path.split(':').filter(Boolean), ...usual])].join(':')
}
