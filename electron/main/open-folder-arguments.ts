import { resolve } from 'node:path'

/**
 * The folder that a command line asks for, absolute; null when it names none. Switches are skipped, also those that Electron and
 * Chromium put in; `isDefaultApp` says that Electron was started with the application as its first argument.
 */
export function folderInArguments(
  commandLine: readonly string[],
  workingFolder: string,
  isDefaultApp: boolean,
): string | null {
  const named = commandLine.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'))
  const folder = named[isDefaultApp ? 1 : 0]
  return folder === undefined ? null : resolve(workingFolder, folder)
}
