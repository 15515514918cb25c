import { type ChosenPostListSettings, defaultPostListSettings } from '#shared/contract/post-list-settings'
import type { App } from './app'
import { changePreferences } from './preferences'

/** Changes how the open blog's posts are listed, and remembers it for this blog. Does nothing while none is open. */
export function changePostListSettings(app: App, change: ChosenPostListSettings): void {
  const blog = app.blog.getState()
  if (blog.kind === 'open') changePreferences(app, { postList: { [blog.blog.folder]: change } })
}

/** Shows every post again; the order stays. */
export function showAllPosts(app: App): void {
  const { show, tag, author, year, language } = defaultPostListSettings
  app.posts.setState({ query: '' })
  changePostListSettings(app, { show, tag, author, year, language })
}
