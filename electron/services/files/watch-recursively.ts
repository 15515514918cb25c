import { watch } from 'node:fs'
import { sep } from 'node:path'
import type { StartWatch, WatchFilter } from './watch-tree'

/** One watch for the whole tree, where the system has such a thing. */
export const watchRecursively: StartWatch = (root, filter, onPath, onError) => {
  try {
    const watcher = watch(root, { recursive: true }, (_event, path) => {
      if (path === null) onPath('')
      else if (!isIgnored(path, filter)) onPath(path)
    })
    watcher.on('error', onError)
    return { ready: Promise.resolve(), close: async () => watcher.close() }
  } catch (error) {
    onError(error)
    return { ready: Promise.resolve(), close: async () => undefined }
  }
}

function isIgnored(path: string, { isIgnoredFile, isIgnoredFolder }: WatchFilter): boolean {
  const segments = path.split(sep)
  const folders = segments.slice(0, -1).map((_segment, index) => segments.slice(0, index + 1).join(sep))
  return isIgnoredFile(path) || folders.some(isIgnoredFolder)
}
