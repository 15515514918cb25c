import { createGatherer } from './gather'
import { watchEachFolder } from './watch-each-folder'
import { watchRecursively } from './watch-recursively'

/** A running watch. */
export type TreeWatch = {
  /** Settles when changes from now on are noticed, also when the system refused the watch. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** What a watch tells, gathered for a moment. */
export type WatchListeners = {
  /** Paths relative to the watched folder, with the system's separator; an empty one means that something changed somewhere. */
  readonly onChange: (paths: readonly string[]) => void
  /** The system refused a watch (too many of them, most often): changes there go unnoticed. */
  readonly onError: (error: unknown) => void
}

/** What a watch leaves out, asked with paths relative to the watched folder. */
export type WatchFilter = {
  readonly isIgnoredFolder: (path: string) => boolean
  readonly isIgnoredFile: (path: string) => boolean
}

/** A way to watch: tells each path as it changes, with or without doubles. */
export type StartWatch = (
  root: string,
  filter: WatchFilter,
  onPath: (path: string) => void,
  onError: (error: unknown) => void,
) => TreeWatch

const gathering = { quietMs: 80, maxMs: 1000 }

/**
 * Watches a tree of files below `root`, a real path. Links are not followed. macOS and Windows watch a whole tree at once; elsewhere
 * each folder has a watch of its own, and none of its files, so that the cost is that of the folders.
 */
export function watchTree(
  root: string,
  filter: WatchFilter,
  { onChange, onError }: WatchListeners,
): TreeWatch {
  const gatherer = createGatherer<string>(gathering, onChange)
  const start: StartWatch =
    process.platform === 'darwin' || process.platform === 'win32' ? watchRecursively : watchEachFolder
  const watch = start(root, filter, (path) => gatherer.add(path), onError)
  return {
    ready: watch.ready,
    async close() {
      gatherer.stop()
      await watch.close()
    },
  }
}
