import type { App } from './app'

/**
 * Lets the posts of the open blog load pictures, sounds and films from other hosts, or ends that. Shown once the services have taken note:
 * they decide what the preview's document may load.
 */
export async function allowRemoteMedia(app: App, isAllowed: boolean): Promise<void> {
  const state = app.blog.getState()
  if (state.kind !== 'open') return
  const change = { preview: { [state.blog.folder]: { remoteMedia: isAllowed } } }
  app.preferences.setState(await app.client.call('preferences.change', change), true)
}
