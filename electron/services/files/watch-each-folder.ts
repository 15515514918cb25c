import { type Dirent, type FSWatcher, type Stats, watch } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { systemCode } from './system-failure'
import type { StartWatch } from './watch-tree'

/** One watch for each folder, for systems that cannot watch a tree. A folder that comes later is watched when it comes. */
export const watchEachFolder: StartWatch = (root, filter, onPath, onError) => {
  const watchers = new Map<string, FSWatcher>()
  let closed = false

  const tell = (path: string) => {
    if (!closed && !filter.isIgnoredFile(path)) onPath(path)
  }
  const forget = (folder: string) => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue
      watcher.close()
      watchers.delete(path)
    }
  }
  const add = async (folder: string, isNew: boolean): Promise<void> => {
    if (closed || watchers.has(folder)) return
    // The watch first: what comes while the folder is read is then told twice instead of never.
    const watcher = watch(join(root, folder), (event, name) => {
      if (name === null) tell('')
      else if (event === 'rename') void follow(join(folder, name)).catch(onError)
      else tell(join(folder, name))
    })
    watcher.on('error', onError)
    watchers.set(folder, watcher)
    const entries = await entriesOf(join(root, folder))
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name))
    if (isNew) files.forEach(tell)
    await Promise.all(
      folders.filter((path) => !filter.isIgnoredFolder(path)).map((path) => tryAdd(path, isNew)),
    )
  }
  const tryAdd = async (folder: string, isNew: boolean): Promise<void> => {
    try {
      await add(folder, isNew)
    } catch (error) {
      // gone again
      if (systemCode(error) !== 'ENOENT') onError(error)
    }
  }
  const follow = async (path: string): Promise<void> => {
    const stats = await statsOf(join(root, path))
    if (stats?.isDirectory()) {
      if (filter.isIgnoredFolder(path)) return
      forget(path)
      await tryAdd(path, true)
      return
    }
    if (watchers.has(path)) forget(path)
    tell(path)
  }

  return {
    ready: tryAdd('', false),
    async close() {
      closed = true
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

async function statsOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
