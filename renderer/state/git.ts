import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlogId } from '#shared/contract/blog'
import type { GitStatus } from '#shared/contract/git'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { notifyFailure } from './notices'
import { isStillOpen } from './session'

/** What git last said of the blog; null while it has not been asked yet. */
export type GitState = { readonly status: GitStatus | null }

/** The git state of one window. */
export function createGitStore(): StoreApi<GitState> {
  return createStore(() => ({ status: null }))
}

let lastRequest = 0

/** Asks git (again). Of several answers under way only the last one asked for counts. */
export async function refreshGit(app: App, blog: BlogId): Promise<void> {
  lastRequest += 1
  const request = lastRequest
  try {
    const status = await app.client.call('git.readStatus', { blog })
    if (request === lastRequest && isStillOpen(app, blog)) app.git.setState({ status })
  } catch (error) {
    if (isStillOpen(app, blog)) notifyFailure(app.notices, error)
  }
}

const nothingChanged: ReadonlySet<PostPath> = new Set()
const pathsOf = new WeakMap<GitStatus, ReadonlySet<PostPath>>()

/** The paths that differ from the last commit; the same status gives the same set. */
export function changedPaths(status: GitStatus | null): ReadonlySet<PostPath> {
  if (status?.kind !== 'ready' || status.files.length === 0) return nothingChanged
  const known = pathsOf.get(status)
  if (known !== undefined) return known
  const paths = new Set(status.files.map((file) => file.path))
  pathsOf.set(status, paths)
  return paths
}
