import type { Blog } from '#shared/contract/blog'
import type { CallParams } from '#shared/contract/calls'
import { FailureError } from '#shared/contract/failure'
import type { PageFrame } from '#shared/contract/page-frame'
import type { App } from '../../state/app'
import type { EditorPort } from '../../state/editor-port'
import { previewSettings } from '../../state/preview-settings'

/**
 * Tells the page that the site puts around the editor's post, as soon as it is known and whenever it changes: with another post, when the writer
 * names another page, and after the site was built while the window was left. Returns a function that stops.
 */
export function followPageFrame(
  app: App,
  blog: Blog,
  editor: EditorPort,
  onFrame: (frame: PageFrame) => void,
): () => void {
  let asked = 0
  let askedFor = ''
  let told = ''
  const ask = async (): Promise<void> => {
    const path = editor.snapshot()?.path
    if (path === undefined) return
    const { samplePage } = previewSettings(app)
    askedFor = JSON.stringify([path, samplePage])
    const question = ++asked
    const frame = await learnt(app, { blog: blog.id, path, samplePage })
    const answer = JSON.stringify(frame)
    if (question !== asked || answer === told) return
    told = answer
    onFrame(frame)
  }
  const askIfOther = (): void => {
    const path = editor.snapshot()?.path
    if (JSON.stringify([path, previewSettings(app).samplePage]) !== askedFor) void ask()
  }
  const askAgain = (): void => void ask()
  const ends = [editor.onUpdate(askIfOther), app.preferences.subscribe(askIfOther)]
  window.addEventListener('focus', askAgain)
  void ask()
  return () => {
    asked++
    window.removeEventListener('focus', askAgain)
    for (const end of ends) end()
  }
}

/** A failure is told in the place of the page: nothing is lost by it but the page around the post. */
async function learnt(app: App, question: CallParams<'site.readPageFrame'>): Promise<PageFrame> {
  try {
    return await app.client.call('site.readPageFrame', question)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { kind: 'none', reason: 'no-match', message: error.message }
  }
}
