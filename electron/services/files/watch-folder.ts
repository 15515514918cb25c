import type { Stats } from 'node:fs'
import { basename, extname, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isIgnoredFolder } from '#shared/site/post-folders'
import { createGatherer } from './gather'
import { temporaryOwner } from './temporary-name'

/** A running watch of a folder. */
export type FolderWatch = {
  /** Settles when changes from now on are noticed, also when the system refused the watch. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** What a watch tells. Paths are relative to the watched folder, with the system's separator. */
export type WatchListeners = {
  readonly onChange: (paths: readonly string[]) => void
  readonly onError: (error: unknown) => void
}

const gathering = { quietMs: 80, maxMs: 1000 }

/** Watches the files of a blog, below the folders where posts and their media can be. `root` is a real path. */
export function watchFolder(root: string, listeners: WatchListeners): FolderWatch {
  return watchTree(root, (path, stats) => isIgnored(relative(root, path), stats), listeners)
}

/** Watches a tree of files, less those that `ignored` names (`stats` is missing when it is asked for the first time). */
export function watchTree(
  root: string,
  ignored: (path: string, stats?: Stats) => boolean,
  { onChange, onError }: WatchListeners,
): FolderWatch {
  const gatherer = createGatherer<string>(gathering, onChange)
  const watcher: FSWatcher = watch(root, {
    ignored,
    ignoreInitial: true,
    followSymlinks: false,
    atomic: false,
  })
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve())
    watcher.once('error', () => resolve())
  })
  watcher.on('error', onError)
  watcher.on('all', (_event, path) => gatherer.add(relative(root, path)))
  return {
    ready,
    async close() {
      gatherer.stop()
      await watcher.close()
    },
  }
}

function isIgnored(path: string, stats: Stats | undefined): boolean {
  if (path === '') return false
  if (temporaryOwner(basename(path)) !== null) return true
  const segments = path.split(sep)
  // Asked before the kind is known: only a name without an ending is taken for a folder's, so that no post is lost.
  const isFolder = stats === undefined ? extname(path) === '' : stats.isDirectory()
  return (isFolder ? segments : segments.slice(0, -1)).some(isUnwatchedFolder)
}

// Where posts cannot be, their images can: generators copy from these as they are.
const mediaFolders = new Set(['public', 'static', 'assets'])

function isUnwatchedFolder(name: string): boolean {
  return isIgnoredFolder(name) && !mediaFolders.has(name.toLowerCase())
}
