import { createHash } from 'node:crypto'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '#shared/contract/failure'
import type { ServeChoice } from '#shared/contract/serve-request'
import { type ServeCommand, serveCommands, typedCommand } from '#shared/site/serve/serve-command'
import { joinCommandLine, splitCommandLine } from '#shared/site/serve/split-command-line'
import { readRegularFile } from '../files/read-regular-file'
import { isInsideBlog } from '../files/resolve-in-blog'
import { explained, systemCode } from '../files/system-failure'
import { readStanding } from '../git/standing'
import type { TrustStore } from '../git/trust-store'
import { detectBlogSite } from '../posts/detect-blog-generator'

/** A command that may be started, and as what it is shown. */
export type Choice = { readonly command: ServeCommand; readonly shown: ServeChoice }

/** What may be started in a blog, likeliest first. Nothing was run to find it. */
export type Choices = {
  /** Absolute and real; inside the blog. */
  readonly folder: string
  readonly list: readonly Choice[]
  /** A command that the writer typed, as a choice. */
  readonly typed: (words: readonly string[]) => Choice
}

const maxConfigurationBytes = 4 * 1024 * 1024

/** Reads the blog at `root`, its real path, for ways to serve it. `typedLine` is what the writer typed before. */
export async function readChoices(
  root: string,
  trust: TrustStore,
  typedLine: string | null,
): Promise<Choices> {
  const site = await detectBlogSite(root)
  const folder = await siteFolder(root, site.folder)
  const [names, packageJson, gemfileLock, standing] = await Promise.all([
    explained('The blog’s folder', () => readdir(folder)),
    readIfThere(root, join(folder, 'package.json')),
    readIfThere(root, join(folder, 'Gemfile.lock')),
    describeStanding(root, trust),
  ])
  const toChoice = (command: ServeCommand): Choice => ({
    command,
    shown: {
      id: command.id,
      line: joinCommandLine(command.words),
      key: keyOf([folder, standing, command.words, command.environment, command.alsoRuns, command.leadsTo]),
      environment: Object.entries(command.environment).map(([name, value]) => `${name}=${value}`),
      alsoRuns: command.alsoRuns === null ? null : joinCommandLine(command.alsoRuns),
      leadsTo: command.leadsTo,
      writes: command.writes,
      needs: command.needs,
    },
  })
  const typed = (words: readonly string[]) => toChoice(typedCommand(words))
  const split = typedLine === null ? null : splitCommandLine(typedLine)
  const commands = serveCommands({
    generator: site.generator,
    names: new Set(names),
    packageJson,
    gemfileLock,
  })
  return {
    folder,
    typed,
    list: [...(split?.kind === 'words' ? [typed(split.words)] : []), ...commands.map(toChoice)],
  }
}

/** Of everything that the writer says yes to: another folder, word, script or trusted setting makes another key. */
function keyOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** The folder of the site, unless a link leads it out of the blog: then the blog's own. */
async function siteFolder(root: string, folder: string): Promise<string> {
  if (folder === '') return root
  const real = await explained(folder, () => realpath(join(root, folder)))
  return isInsideBlog(root, real) ? real : root
}

async function readIfThere(root: string, file: string): Promise<string | null> {
  try {
    const real = await realpath(file)
    if (!isInsideBlog(root, real)) return null
    return (await readRegularFile(real, file, maxConfigurationBytes)).toString('utf8')
  } catch (error) {
    const isMissing = systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
    if (isMissing || error instanceof FailureError) return null
    throw error
  }
}

/** How far the repository is trusted, as a text that changes with it. */
async function describeStanding(root: string, trust: TrustStore): Promise<string> {
  try {
    const standing = await readStanding(root, trust)
    return 'fingerprint' in standing ? `${standing.kind} ${standing.fingerprint}` : standing.kind
  } catch (error) {
    // git does not read this repository: it is not trusted either
    if (error instanceof FailureError) return error.code
    throw error
  }
}
