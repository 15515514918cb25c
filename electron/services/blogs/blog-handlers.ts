import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blog } from '#shared/contract/blog'
import type { Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import { sweepStaleTemporaries } from '../files/stale-temporaries'
import { explainSystemError, systemCode } from '../files/system-failure'
import { findRepository } from '../git/find-repository'
import { initialiseRepository } from '../git/initialise'
import { readStanding } from '../git/standing'
import type { TrustStore } from '../git/trust-store'
import type { Ports } from '../ports'
import { resolveBlogFolder } from './blog-folder'
import type { BlogRegistry, OpenBlog } from './blog-registry'
import { browseFolder } from './browse-folder'
import { describeBlog } from './describe-blog'
import type { RecentBlogs } from './recent-blogs'
import { prepareSampleBlog } from './sample-blog'

type BlogHandlers = Pick<
  Handlers,
  | 'blogs.listRecent'
  | 'blogs.forgetRecent'
  | 'blogs.pickFolder'
  | 'blogs.browseFolder'
  | 'blogs.open'
  | 'blogs.openSample'
  | 'blogs.initialiseGit'
  | 'blogs.close'
>

/** What the calls about blogs stand on. */
export type BlogServices = {
  readonly ports: Ports
  readonly blogs: BlogRegistry
  readonly recent: RecentBlogs
  readonly trust: TrustStore
}

/** The calls about opening blogs. */
export function createBlogHandlers({ ports, blogs, recent, trust }: BlogServices): BlogHandlers {
  const open = async (folder: string): Promise<Blog> => {
    const root = await resolveBlogFolder(folder, ports.homeFolder)
    const blog = blogs.open(root)
    try {
      const described = await scanAndDescribe(blog, ports)
      await remember(described, recent, ports)
      return described
    } catch (error) {
      await blogs.close(blog.id)
      throw error
    }
  }
  return {
    'blogs.listRecent': () => recent.list(),
    'blogs.forgetRecent': async ({ folder }) => {
      await recent.forget(folder)
      return {}
    },
    'blogs.pickFolder': async () => {
      if (ports.pickFolder === null) {
        fail('unsupported', 'There is no folder dialog here. Choose the folder from the list instead.')
      }
      return { folder: await ports.pickFolder() }
    },
    'blogs.browseFolder': async ({ folder }) => browseFolder(folder ?? ports.homeFolder, ports.homeFolder),
    'blogs.open': async ({ folder }) => open(folder),
    'blogs.openSample': async () => open(await prepareSampleBlog(ports)),
    'blogs.initialiseGit': async ({ blog: id }) => {
      const blog = blogs.get(id)
      if ((await findRepository(blog.root)) !== null)
        fail('refused', 'This folder is in a git repository already.')
      await refuseRemains(join(blog.root, '.git'))
      await initialiseRepository(blog.root, { template: true })
      await trustOwnRepository(blog.root, trust)
      await blogs.watchAgain(id)
      ports.emit('git.changed', { blog: id })
      return describeBlog(blog, await blog.index.scan())
    },
    'blogs.close': async ({ blog }) => {
      await blogs.close(blog)
      return {}
    },
  }
}

/** A data folder that takes no writes costs the list of recent blogs a row, never the blog itself. */
async function remember(blog: Blog, recent: RecentBlogs, { log }: Pick<Ports, 'log'>): Promise<void> {
  try {
    await recent.add(blog)
  } catch (error) {
    log({ level: 'warn', message: `${blog.folder} was not added to the recent blogs`, error })
  }
}

async function scanAndDescribe(blog: OpenBlog, ports: Ports): Promise<Blog> {
  const scan = await blog.index.scan()
  await sweepStaleTemporaries(scan.temporaries, ports)
  return describeBlog(blog, scan)
}

/** Git would keep what lies there, settings and hooks included, and they would pass for the new repository's own. */
async function refuseRemains(entry: string): Promise<void> {
  try {
    await lstat(entry)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw explainSystemError(error, entry)
  }
  fail(
    'refused',
    'This folder holds something named .git already that is no whole repository. Look at it, move it away, then try again.',
  )
}

/** A repository just made here holds only what git and the writer's own template put there. */
async function trustOwnRepository(root: string, trust: TrustStore): Promise<void> {
  const standing = await readStanding(root, trust)
  if (standing.kind === 'untrusted') await trust.trust(standing.place.gitFolder, standing.fingerprint)
}
