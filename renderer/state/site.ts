import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Failure, FailureError } from '#shared/contract/failure'
import type { SiteChoice, SiteUnderstanding } from '#shared/contract/site-understanding'
import type { App } from './app'
import { notifyFailure } from './notices'
import { refreshPosts } from './posts'
import { closePublish } from './publish'
import { isStillOpen, openBlogId } from './session'

/** The Site panel: closed, or open with what was understood of the blog's sites. */
export type SiteState =
  | { readonly kind: 'closed' }
  /** `understanding` is null while it is read for the first time. */
  | { readonly kind: 'open'; readonly understanding: SiteUnderstanding | null }

/** Begins closed. */
export function createSiteStore(): StoreApi<SiteState> {
  return createStore<SiteState>(() => ({ kind: 'closed' }))
}

/** Opens the panel, in the place of the publish panel. */
export function openSite(app: App): void {
  closePublish(app)
  if (app.site.getState().kind === 'closed') app.site.setState({ kind: 'open', understanding: null }, true)
}

/** Closes the panel. */
export function closeSite(app: App): void {
  app.site.setState({ kind: 'closed' }, true)
}

let lastRequest = 0

/** Reads what was understood (again). What is shown stays meanwhile; of several answers under way only the last one asked for counts. */
export async function refreshSite(app: App): Promise<void> {
  if (app.blog.getState().kind !== 'open') return
  const blog = openBlogId(app)
  lastRequest += 1
  const request = lastRequest
  try {
    const understanding = await app.client.call('site.understand', { blog })
    if (request === lastRequest && isStillOpen(app, blog)) show(app, understanding)
  } catch (error) {
    if (isStillOpen(app, blog)) notifyFailure(app.notices, error)
  }
}

/** Writes the writer's answer into `.galley.yml`; null takes it out again. The reason when it was refused, and then nothing was written. */
export async function chooseForSite(
  app: App,
  choice: SiteChoice,
  value: string | null,
): Promise<Failure | null> {
  const blog = openBlogId(app)
  try {
    const understanding = await app.client.call('site.choose', { blog, choice, value })
    lastRequest += 1
    if (!isStillOpen(app, blog)) return null
    show(app, understanding)
    void refreshPosts(app, blog) // dates, states and addresses follow the answer
    return null
  } catch (error) {
    if (error instanceof FailureError) return error.toFailure()
    throw error
  }
}

function show(app: App, understanding: SiteUnderstanding): void {
  if (app.site.getState().kind === 'open') app.site.setState({ kind: 'open', understanding }, true)
}
