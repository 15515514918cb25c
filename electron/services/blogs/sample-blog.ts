import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../files/system-failure'
import { initialiseRepository } from '../git/initialise'
import { isGitHere } from '../git/is-git-here'
import { runGit } from '../git/run-git'
import type { Ports } from '../ports'

// For this one commit only, so that the writer is asked for their own name when they first commit.
const neutralIdentity = ['-c', 'user.name=Galley', '-c', 'user.email=sample@galley.invalid']

/**
 * The folder of the sample blog in the user's data, made on first use: a copy, a repository (where git is installed) and a first
 * commit. A copy that was interrupted leaves nothing behind that would be taken for the blog.
 */
export async function prepareSampleBlog({
  sampleBlogFolder,
  userDataFolder,
}: Pick<Ports, 'sampleBlogFolder' | 'userDataFolder'>): Promise<string> {
  const folder = join(userDataFolder, 'sample-blog')
  if (await exists(folder)) return folder
  const unfinished = join(userDataFolder, `sample-blog.${process.pid}.unfinished`)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(userDataFolder, { recursive: true, mode: 0o700 })
  await cp(sampleBlogFolder, unfinished, { recursive: true })
  if (await isGitHere()) await commitEverything(unfinished)
  await rename(unfinished, folder)
  return folder
}

async function commitEverything(folder: string): Promise<void> {
  await initialiseRepository(folder, { template: false })
  await runGit(folder, ['add', '--all'], { writes: true })
  const options = ['--quiet', '--no-verify', '--no-gpg-sign', '--file=-']
  await runGit(folder, [...neutralIdentity, 'commit', ...options], {
    writes: true,
    stdin: 'Begin the sample blog\n',
  })
}

async function exists(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
