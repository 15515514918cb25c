import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Services } from '#services/create-services'
import type { LogEntry } from '#services/ports'
import { readProductVersion } from '#services/product-version'
import type { Blog } from '#shared/contract/blog'
import { fail } from '#shared/contract/failure'
import { warn } from './output'
import { programFile } from './program'

/** An open blog and the calls on it. */
export type OpenBlog = { readonly blog: Blog; readonly calls: Services['handlers'] }

function logTrouble({ level, message }: LogEntry): void {
  if (level === 'error') warn(`galley: ${message}`)
}

async function createCommandServices(userDataFolder: string): Promise<Services> {
  // on demand: help and errors of the command line need none of it
  const { createServices } = await import('#services/create-services')
  return createServices({
    version: await readProductVersion(programFile('.')),
    userDataFolder,
    homeFolder: homedir(),
    sampleBlogFolder: programFile('dist/sample-blog'),
    now: () => new Date(),
    log: logTrouble,
    emit: () => undefined,
    openExternal: async () => fail('unsupported', 'The command line opens no addresses.'),
    pickFolder: null,
    exporter: null,
  })
}

/**
 * Opens the blog in `folder` for the time that `work` takes. What the services would remember (recently opened blogs) goes to a
 * folder that is removed again: a script that walks many blogs leaves no trace in the writer's start page.
 */
export async function withBlog<Result>(
  folder: string,
  work: (open: OpenBlog) => Promise<Result>,
): Promise<Result> {
  const userDataFolder = await mkdtemp(join(tmpdir(), 'galley-command-'))
  const services = await createCommandServices(userDataFolder)
  try {
    const blog = await services.handlers['blogs.open']({ folder: resolve(folder) })
    return await work({ blog, calls: services.handlers })
  } finally {
    await services.dispose()
    await rm(userDataFolder, { recursive: true, force: true })
  }
}
