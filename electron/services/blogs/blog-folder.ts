import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fail } from '#shared/contract/failure'
import { explained } from '../files/system-failure'
import { isGitFolder } from '../git/find-repository'

/**
 * The real path of the folder that the writer means: absolute, or from the working directory, `~` for the home folder, links
 * resolved. `invalid-request` for a path with a NUL, `not-found`, `not-a-folder`, `permission-denied`, and `bare-repository` for a folder that is git's own and has no files to edit.
 */
export async function resolveBlogFolder(folder: string, homeFolder: string = homedir()): Promise<string> {
  const root = await resolveFolder(folder, homeFolder)
  if (await isGitFolder(root)) {
    fail(
      'bare-repository',
      `${folder} is a git repository without a working copy, so it has no files to edit. Clone it and open the clone.`,
    )
  }
  return root
}

/** The real path of a folder that can be listed. Fails as `resolveBlogFolder` does, but takes git's own folders too. */
export async function resolveFolder(folder: string, homeFolder: string): Promise<string> {
  if (folder.includes('\0')) fail('invalid-request', 'A folder’s path cannot hold the character NUL.')
  return explained(folder, async () => {
    const real = await realpath(expandHome(folder, homeFolder))
    if (!(await stat(real)).isDirectory()) {
      fail('not-a-folder', `${folder} is a file. Choose the folder that holds your blog.`)
    }
    await access(real, constants.R_OK | constants.X_OK)
    return real
  })
}

function expandHome(folder: string, homeFolder: string): string {
  if (folder === '~') return homeFolder
  return /^~[/\\]/.test(folder) ? join(homeFolder, folder.slice(2)) : resolve(folder)
}
