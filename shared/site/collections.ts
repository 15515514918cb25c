import { collectionFolderOf } from './post-folders'

/** Fewer posts teach too little to be on their own when there are more of their kind above them. */
const fewestPosts = 5

/**
 * Tells which collection a post at any path belongs to, by the folder that names it: its own (see `collectionFolderOf`), or, where that has fewer
 * than five of `paths`, the nearest collection above that has them. `paths` are the blog's posts.
 */
export function findCollections(paths: readonly string[]): (path: string) => string {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const folder = collectionFolderOf(path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const isLarge = (folder: string): boolean => (counts.get(folder) ?? 0) >= fewestPosts
  return (path) => {
    const own = collectionFolderOf(path)
    for (let folder: string | null = own; folder !== null; folder = parentOf(folder))
      if (isLarge(folder)) return folder
    return own
  }
}

function parentOf(folder: string): string | null {
  return folder === '' ? null : folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
}
