import { chosenSetup, type MarkdownSetup } from '#shared/markdown/flavours/setup'
import type { App } from './app'
import { previewSettings } from './preview-settings'

/** How the open blog's Markdown is rendered: as the writer chose in the app, else as was found. null while no blog is open. */
export function markdownSetup(app: App): MarkdownSetup | null {
  const state = app.blog.getState()
  if (state.kind !== 'open') return null
  return chosenSetup(state.blog.evidence.setup, previewSettings(app).flavour)
}

/** Calls `listener` whenever the setup is another one. Returns a function that ends it. */
export function onMarkdownSetup(app: App, listener: (setup: MarkdownSetup) => void): () => void {
  let last = JSON.stringify(markdownSetup(app))
  const tell = (): void => {
    const setup = markdownSetup(app)
    const now = JSON.stringify(setup)
    if (now === last) return
    last = now
    if (setup !== null) listener(setup)
  }
  const stops = [app.blog.subscribe(tell), app.preferences.subscribe(tell)]
  return () => {
    for (const stop of stops) stop()
  }
}
