import { sep } from 'node:path'
import { type TreeWatch, type WatchListeners, watchTree } from '../files/watch-tree'
import { findRepository } from './find-repository'

// Objects and logs change with every reference and are many; lock files come and go.
const watchedNames = /^(?:HEAD|index|packed-refs|MERGE_HEAD|CHERRY_PICK_HEAD|REVERT_HEAD|config)$/

/**
 * Watches what git moves when a branch, the index or a commit changes. `folder` is a real path in a working copy; elsewhere
 * nothing is watched. `onChange` gets paths in git's own folder.
 */
export function watchRepository(folder: string, listeners: WatchListeners): TreeWatch {
  const watches = startWatches(folder, listeners)
  watches.catch(listeners.onError)
  return {
    ready: watches.then(
      async (started) => {
        await Promise.all(started.map((watch) => watch.ready))
      },
      () => undefined,
    ),
    async close() {
      const [started] = await Promise.allSettled([watches])
      if (started?.status === 'fulfilled') await Promise.all(started.value.map((watch) => watch.close()))
    },
  }
}

async function startWatches(folder: string, listeners: WatchListeners): Promise<readonly TreeWatch[]> {
  const place = await findRepository(folder)
  if (place === null) return []
  const folders = new Set([place.gitFolder, place.commonFolder])
  return [...folders].map((root) => watchTree(root, { isIgnoredFolder, isIgnoredFile }, listeners))
}

function isIgnoredFolder(path: string): boolean {
  return path.split(sep)[0] !== 'refs'
}

function isIgnoredFile(path: string): boolean {
  const [first = '', ...rest] = path.split(sep)
  if (path.endsWith('.lock')) return true
  return rest.length === 0 ? !watchedNames.test(first) : first !== 'refs'
}
