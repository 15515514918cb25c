import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { markdownSetup, onMarkdownSetup } from '../state/markdown-setup'
import { previewSettings } from '../state/preview-settings'
import { createDifferenceSearch } from './look-for-differences'

/** Half a word is no difference yet. */
const pauseMs = 400

/** Keeps the text's marks those of the shown post, a moment behind each change. Returns a function that ends it. */
export function followDifferences(app: App, editor: EditorPort): () => void {
  const search = createDifferenceSearch()
  let timer: ReturnType<typeof setTimeout> | undefined
  let version = 0

  const show = (): void => {
    const shown = editor.snapshot()
    const isMarkdown = shown !== null && isMarkdownPost(app, shown.path)
    // a file of mixed line endings is read otherwise than it stands in the editor: offsets would not fit
    const body = isMarkdown && previewSettings(app).differences ? editor.body() : ''
    const setup = markdownSetup(app)
    if (shown === null || setup === null || body === '' || body.includes('\r')) {
      search.stop()
      editor.setDifferences([])
      return
    }
    const started = version
    search.look(setup, body, (differences) => {
      // an answer about a text that has changed since: another is on its way
      if (started === version) editor.setDifferences(differences)
    })
  }
  const showIn = (delayMs: number): void => {
    version += 1
    clearTimeout(timer)
    timer = setTimeout(show, delayMs)
  }

  const stopUpdates = editor.onUpdate(({ changes }) => showIn(changes === null ? 0 : pauseMs))
  const stopSetup = onMarkdownSetup(app, () => showIn(0))
  let areShown = previewSettings(app).differences
  const stopPreferences = app.preferences.subscribe(() => {
    const { differences } = previewSettings(app)
    if (differences !== areShown) showIn(0)
    areShown = differences
  })
  const stopCount = editor.onDifferences((count) => app.differences.setState({ count }))
  showIn(0)
  return () => {
    clearTimeout(timer)
    stopUpdates()
    stopSetup()
    stopPreferences()
    stopCount()
    search.stop()
    app.differences.setState({ count: 0 })
  }
}

function isMarkdownPost(app: App, path: string): boolean {
  const { list } = app.posts.getState()
  return list.kind !== 'listed' || list.posts.find((post) => post.path === path)?.markup !== 'other'
}
