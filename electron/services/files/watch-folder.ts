import { basename } from 'node:path'
import { isIgnoredFolder } from '#shared/site/post-folders'
import { temporaryOwner } from './temporary-name'
import { type TreeWatch, type WatchListeners, watchTree } from './watch-tree'

/** Watches the files of a blog, below the folders where posts and their media can be. `root` is a real path. */
export function watchFolder(root: string, listeners: WatchListeners): TreeWatch {
  return watchTree(root, { isIgnoredFolder: isUnwatchedFolder, isIgnoredFile }, listeners)
}

// Where posts cannot be, their images can: generators copy from these as they are.
const mediaFolders = new Set(['public', 'static', 'assets'])

function isUnwatchedFolder(path: string): boolean {
  const name = basename(path)
  return isIgnoredFolder(name) && !mediaFolders.has(name.toLowerCase())
}

function isIgnoredFile(path: string): boolean {
  return temporaryOwner(basename(path)) !== null
}
