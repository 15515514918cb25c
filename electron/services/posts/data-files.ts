import { opendir } from 'node:fs/promises'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import type { DataNames } from '#shared/front-matter/infer/data-names'
import { mapBounded } from '../files/map-bounded'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'
import { dataNamesOf, isDataFile, type ReadDataFile, readDataFile } from './read-data-file'

/** The things that a blog's data files know: authors, categories, … Only files that changed are read again. */
export type DataFiles = {
  /**
   * From the data folders (`_data`, `data`, `src/_data`, …) and author files of `folder`, relative to the blog at `root`, and of all
   * folders above it in the blog; the nearer ones first. The same array as before where nothing changed.
   */
  near(root: string, folder: string): Promise<readonly DataNames[]>
}

/** Where generators look for data: Jekyll and Eleventy, Hugo, Hexo, and what sites of their own have. */
const dataFolders = ['_data', 'data', 'src/_data', 'src/data', 'source/_data']
/** https://docusaurus.io/docs/blog#global-authors */
const authorFiles = ['authors.yml', 'authors.yaml', 'authors.json', 'authors.toml']

// A folder of data can be a whole database; the first files of each are plenty for suggestions.
const maxEntriesPerFolder = 500
const maxFiles = 200
const readsAtOnce = 8

/** Keeps in memory what it has read, by path and stamp. */
export function createDataFiles(): DataFiles {
  const known = new Map<string, ReadDataFile>()
  let last: { readonly files: readonly ReadDataFile[]; readonly names: readonly DataNames[] } = {
    files: [],
    names: [],
  }

  const readAgain = async (root: string, path: PostPath): Promise<ReadDataFile | null> => {
    const file = await readDataFile(root, path, known.get(path) ?? null)
    if (file === null) known.delete(path)
    else known.set(path, file)
    return file
  }

  return {
    async near(root, folder) {
      const paths = (await Promise.all(placesNear(folder).map((place) => pathsAt(root, place)))).flat()
      const read = await mapBounded([...new Set(paths)].slice(0, maxFiles), readsAtOnce, (path) =>
        readAgain(root, path),
      )
      const files = read.filter((file) => file !== null)
      const isSame =
        files.length === last.files.length && files.every((file, index) => file === last.files[index])
      if (!isSame) last = { files, names: dataNamesOf(files) }
      return last.names
    },
  }
}

type Place =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }

/** In `folder` and in every folder above it, the nearer first. */
function placesNear(folder: string): readonly Place[] {
  const segments = folder === '' ? [] : folder.split('/')
  const folders = segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
  return [...folders, ''].flatMap((base): Place[] => {
    const inside = (path: string): string => (base === '' ? path : `${base}/${path}`)
    return [
      ...authorFiles.map((path): Place => ({ kind: 'file', path: inside(path) })),
      ...dataFolders.map((path): Place => ({ kind: 'folder', path: inside(path) })),
    ]
  })
}

async function pathsAt(root: string, place: Place): Promise<readonly PostPath[]> {
  if (place.kind === 'file') return asPostPaths([place.path])
  const [folder] = asPostPaths([place.path])
  if (folder === undefined) return []
  const entries = await entriesOf(root, folder)
  const below = await Promise.all(asPostPaths(entries.folders).map((path) => entriesOf(root, path)))
  return asPostPaths([...entries.files, ...below.flatMap(({ files }) => files)])
}

type Entries = { readonly files: readonly string[]; readonly folders: readonly string[] }

/** Links to folders inside are not followed. Sorted, so that the same files are read each time. */
async function entriesOf(root: string, folder: PostPath): Promise<Entries> {
  const files: string[] = []
  const folders: string[] = []
  try {
    const real = await resolveInBlog(root, folder)
    let left = maxEntriesPerFolder
    for await (const entry of await explained(folder, () => opendir(real))) {
      if (left-- === 0) break
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) folders.push(path)
      else if (isDataFile(entry.name)) files.push(path)
    }
  } catch (error) {
    // Most sites have none of these folders; one that may not be read or leads out of the blog suggests nothing.
    if (!(error instanceof FailureError)) throw error
  }
  return { files: files.toSorted(), folders: folders.toSorted() }
}

/** A name that the contract cannot carry could not be shown as the origin of anything. */
function asPostPaths(paths: readonly string[]): readonly PostPath[] {
  return paths.flatMap((path) => PostPath.safeParse(path).data ?? [])
}
