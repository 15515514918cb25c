import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, absolute. */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A file of the repository, or of what was built from it. */
export function repositoryFile(path: string): string {
  return join(repositoryRoot, path)
}
