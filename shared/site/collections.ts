import { collectionFolderOf } from './post-folders'

/** Fewer posts teach too little to be on their own when there are more of their kind above them. */
const fewestPosts = 5

/**
 * Tells which collection a post at any path belongs to, by the folder that names it: its own (see `collectionFolderOf`), or, where that has fewer
 * than five of `paths`, the nearest collection above that has them. `paths` are the blog's posts.
 */
export function findCollections(paths: readonly string[]): (path: string) => string {
  const ownFolderOf = rememberByFolder(collectionFolderOf)
  const counts = new Map<string, number>()
  for (const path of paths) {
    const folder = ownFolderOf(path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const isLarge = (folder: string): boolean => (counts.get(folder) ?? 0) >= fewestPosts
  return rememberByFolder((path) => {
    const own = ownFolderOf(path)
    for (let folder: string | null = own; folder !== null; folder = parentOf(folder))
      if (isLarge(folder)) return folder
    return own
  })
}

/** Files beside each other differ only if one is the page of its folder; a blog has thousands of them. */
function rememberByFolder(folderOf: (path: string) => string): (path: string) => string {
  const known = new Map<string, string>()
  return (path) => {
    const name = path.lastIndexOf('/') + 1
    const isPage = path.slice(name, name + 6).toLowerCase() === 'index.'
    const key = `${path.slice(0, name)}${isPage ? 'index.' : ''}`
    const folder = known.get(key) ?? folderOf(path)
    known.set(key, folder)
    return folder
  }
}

function parentOf(folder: string): string | null {
  return folder === '' ? null : folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
}
