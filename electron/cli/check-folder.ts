import { type Stats, statSync } from 'node:fs'
import { explainSystemError } from '#services/files/system-failure'
import { fail } from '#shared/contract/failure'

function statsOf(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })
  } catch (error) {
    throw explainSystemError(error, folder)
  }
}

/** Refuses what is no folder, before anything is started for it: `not-found`, `not-a-folder`, `permission-denied`. */
export function checkFolder(folder: string): void {
  const found = statsOf(folder)
  if (found === undefined) fail('not-found', `There is no folder ${folder}. Check its name and try again.`)
  if (!found.isDirectory()) fail('not-a-folder', `${folder} is a file. Give the folder of a blog instead.`)
}
