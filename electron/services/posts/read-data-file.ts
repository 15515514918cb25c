import { stat } from 'node:fs/promises'
import { CORE_SCHEMA, load } from 'js-yaml'
import { parse as parseToml } from 'smol-toml'
import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { type DataName, type DataNames, nameOfThing, namesIn } from '#shared/front-matter/infer/data-names'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'

/** What a data file told, without its data. */
export type ReadDataFile = {
  readonly path: PostPath
  /** Changes whenever the file is written or replaced. */
  readonly stamp: string
  readonly entries: readonly DataName[]
  /** What the file's data call the one thing that they describe, as in a folder with a file for each author. */
  readonly ownName: string | null
}

const maxBytes = 512 * 1024
const dataEnding = /\.(?:ya?ml|json|toml)$/i

/** Whether a file of this name holds data that can be read without running anything. */
export function isDataFile(name: string): boolean {
  return dataEnding.test(name)
}

/** Reads a data file of the blog at `root`, unless it is as `known` has it. null for one that cannot be read: it suggests nothing. */
export async function readDataFile(
  root: string,
  path: PostPath,
  known: ReadDataFile | null,
): Promise<ReadDataFile | null> {
  try {
    const real = await resolveInBlog(root, path)
    const stats = await explained(path, () => stat(real, { bigint: true }))
    const stamp = `${stats.mtimeNs} ${stats.size} ${stats.ino} ${stats.ctimeNs}`
    if (known?.stamp === stamp) return known
    const data = dataIn(path, (await readRegularFile(real, path, maxBytes)).toString('utf8'))
    return { path, stamp, entries: namesIn(data), ownName: nameOfThing(data) }
  } catch (error) {
    // gone, too large, behind a link that leads out of the blog
    if (error instanceof FailureError) return null
    throw error
  }
}

/** The files' things, and those of each folder that has a file for every thing. */
export function dataNamesOf(files: readonly ReadDataFile[]): readonly DataNames[] {
  const byFolder = new Map<string, ReadDataFile[]>()
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file])
  }
  const folders = [...byFolder].map(([folder, members]) => ({
    file: folder,
    name: baseName(folder),
    entries: members.map(({ path, ownName }) => ({ key: baseName(path), label: ownName })),
  }))
  return [...files.map(({ path, entries }) => ({ file: path, name: baseName(path), entries })), ...folders]
}

/** undefined for what does not parse: its generator says so, here it only suggests nothing. */
function dataIn(path: string, text: string): unknown {
  try {
    if (/\.json$/i.test(path)) return JSON.parse(text)
    return /\.toml$/i.test(path) ? parseToml(text) : load(text, { schema: CORE_SCHEMA, json: true })
  } catch {
    return undefined
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(dataEnding, '')
}
