import type { StoreApi } from 'zustand/vanilla'
import type { CallResult } from '#shared/contract/calls'
import type { Preferences } from '#shared/contract/preferences'
import type { Client } from '../client/client'
import { type BlogState, createBlogStore, openBlog, refreshRecent } from './blog'
import { createDialogStore, type DialogState } from './dialog'
import { createDifferencesStore, type DifferencesState } from './differences'
import type { EditorPort } from './editor-port'
import { followEditor } from './follow-editor'
import { followEvents } from './follow-events'
import { createGitStore, type GitState } from './git'
import { createNotices, type NoticesState, notifyFailure } from './notices'
import { createPostsStore, type PostsState } from './posts'
import { createPreferencesStore, followPreferences } from './preferences'
import { createPublishStore, followGit, type PublishState } from './publish'
import { createSessionStore, type SessionState } from './session'
import { createShownPreviewStore, type ShownPreview } from './shown-preview'
import { createSiteStore, type SiteState } from './site'

/** Everything one window knows: the way to the services and one store per subject. */
export type App = {
  readonly client: Client
  readonly about: CallResult<'app.describe'>
  readonly blog: StoreApi<BlogState>
  readonly posts: StoreApi<PostsState>
  readonly session: StoreApi<SessionState>
  readonly git: StoreApi<GitState>
  readonly publish: StoreApi<PublishState>
  readonly site: StoreApi<SiteState>
  readonly differences: StoreApi<DifferencesState>
  readonly dialog: StoreApi<DialogState>
  readonly preferences: StoreApi<Preferences>
  readonly notices: StoreApi<NoticesState>
  readonly shownPreview: StoreApi<ShownPreview>
  /** The editor, loaded on first call. */
  readonly loadEditor: () => Promise<EditorPort>
}

/** Builds a window's state over a connected client, and opens the folder that the host was started on, if any. */
export async function startApp(client: Client, importEditor: () => Promise<EditorPort>): Promise<App> {
  const [about, preferences, startFolder] = await Promise.all([
    client.call('app.describe', {}),
    client.call('preferences.read', {}),
    client.startFolder(),
  ])
  const app: App = {
    client,
    about,
    blog: createBlogStore(),
    posts: createPostsStore(),
    session: createSessionStore(),
    git: createGitStore(),
    publish: createPublishStore(),
    site: createSiteStore(),
    differences: createDifferencesStore(),
    dialog: createDialogStore(),
    preferences: createPreferencesStore(preferences),
    notices: createNotices(),
    shownPreview: createShownPreviewStore(),
    loadEditor: loadOnce(async () => {
      const editor = await importEditor()
      followEditor(app, editor)
      return editor
    }),
  }
  followPreferences(app)
  followEvents(app)
  followGit(app)
  const first = startFolder === null ? refreshRecent(app) : openBlog(app, startFolder)
  first.catch((error) => notifyFailure(app.notices, error))
  return app
}

/** `load` on the first call only; a failed load is tried again on the next. */
function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null
  return () => {
    loading ??= load().catch((error) => {
      loading = null
      throw error
    })
    return loading
  }
}
