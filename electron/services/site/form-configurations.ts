import { stat } from 'node:fs/promises'
import { FailureError } from '#shared/contract/failure'
import type { ConfigurationProblem } from '#shared/contract/field'
import type { ConfigurationFile, FormConfiguration } from '#shared/site/forms/configuration'
import { type FormSystem, readFormConfigurations } from '#shared/site/forms/read-form-configurations'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'
import { type FormFile, findFormFiles } from './find-form-files'

/** What the configuration files of one blog say about its forms. */
export type FormConfigurations = {
  /**
   * The weakest first, as `applyConfiguration` wants them. Files that did not change since the last time are not read again. A file that
   * cannot be read is a problem among the others; nothing in it or in the blog is run. `root` is the blog's real path.
   */
  of(root: string): Promise<readonly FormConfiguration[]>
}

type Found = FormFile & ({ readonly real: string; readonly stamp: string } | { readonly message: string })

/** The largest configuration that is read; the largest in use have some 100 kB, and what is no YAML takes its parser long to tell. */
const maxBytes = 256 * 1024

/** Remembers one blog's configurations. */
export function createFormConfigurations(): FormConfigurations {
  let known: { readonly stamp: string; readonly configurations: readonly FormConfiguration[] } | null = null

  return {
    async of(root) {
      const { files, unread } = await findFormFiles(root)
      const found = await Promise.all(files.map((file) => examine(root, file)))
      const stamp = JSON.stringify([root, found, unread])
      if (known?.stamp === stamp) return known.configurations
      const problems = unread.map(({ path, message }) => problemWith(path, message))
      const configurations = await readAll(found, problems)
      known = { stamp, configurations }
      return configurations
    },
  }
}

async function examine(root: string, file: FormFile): Promise<Found> {
  try {
    const real = await resolveInBlog(root, file.path)
    const stats = await explained(file.path, () => stat(real, { bigint: true }))
    return { ...file, real, stamp: `${stats.mtimeNs} ${stats.size} ${stats.ino} ${stats.ctimeNs}` }
  } catch (error) {
    return { ...file, message: messageOf(error) }
  }
}

async function readAll(
  found: readonly Found[],
  known: readonly ConfigurationProblem[],
): Promise<readonly FormConfiguration[]> {
  const files = new Map<FormSystem, ConfigurationFile[]>()
  const problems = [...known]
  for (const file of found) {
    const text = await readText(file)
    if ('message' in text) problems.push(problemWith(file.path, text.message))
    else files.set(file.system, [...(files.get(file.system) ?? []), { path: file.path, ...text }])
  }
  const configurations = readFormConfigurations(files)
  if (problems.length === 0) return configurations
  return [...configurations, { collections: [], media: null, problems }]
}

async function readText(file: Found): Promise<{ readonly text: string } | { readonly message: string }> {
  if ('message' in file) return { message: file.message }
  // A program is only named, so there is no need to look into it.
  if (/\.c?js$/.test(file.path)) return { text: '' }
  try {
    const bytes = await readRegularFile(file.real, file.path, maxBytes)
    return { text: bytes.toString('utf8') }
  } catch (error) {
    return { message: messageOf(error) }
  }
}

function problemWith(path: string, message: string): ConfigurationProblem {
  return { origin: { file: path, line: 1 }, message }
}

/** What is wrong with a file, in the writer's words; anything else than that is a mistake of ours and goes on. */
function messageOf(error: unknown): string {
  if (error instanceof FailureError) return error.message
  throw error
}
