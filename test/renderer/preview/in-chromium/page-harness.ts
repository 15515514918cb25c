import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import { ClosednessProbe } from '../../../../renderer/preview/closedness'
import { createPreview, type Preview } from '../../../../renderer/preview/create-preview'
import { PageView } from '../../../../renderer/preview/page-view'
import { createSanitiser } from '../../../../renderer/preview/sanitise'

/** What tests call in the parent page of a preview. */
export type Harness = {
  readonly preview: Preview
  readonly opened: readonly string[]
  readonly lines: readonly number[]
  /** Puts `html` into the page as it is: what the sanitiser has to stand against. */
  control(html: string): void
  /** The same through the sanitiser. */
  guarded(html: string): void
  /** Waits until the page shows the text that it was given. */
  settled(): Promise<void>
  /** The body's HTML without the chunks, once everything is built. */
  body(): Promise<string>
  /** What a page built anew for `markdown` holds; `whole` sanitises the document in one piece. */
  fresh(markdown: string, flavour: FlavourId, how: 'units' | 'whole'): string
  /** Edits as the editor would and gives the new text. */
  edit(markdown: string, changes: readonly TextChange[]): string
}

declare global {
  interface Window {
    harness: Harness
    startHarness(flavour: FlavourId): Promise<void>
    /** The numbers of the payloads that ran. */
    fired: number[]
  }
}

const sanitise = createSanitiser(window)

function frameElement(): HTMLIFrameElement {
  const frame = document.querySelector('iframe')
  if (frame === null) throw new Error('the page has no frame')
  return frame
}

function withoutChunks(container: Element): string {
  return [...container.children].map((chunk) => chunk.innerHTML).join('')
}

function fresh(markdown: string, flavour: FlavourId, how: 'units' | 'whole'): string {
  const container = document.implementation.createHTMLDocument('').createElement('div')
  if (how === 'whole') {
    container.append(sanitise(renderBody(markdown, flavour)))
    return container.innerHTML
  }
  const probe = new ClosednessProbe(document.implementation.createHTMLDocument(''))
  const view = new PageView(container, { toNodes: sanitise, isClosed: (html) => probe.isClosed(html) })
  view.show(createIncrementalRenderer(markdown, flavour).units)
  while (!view.isBuilt) view.buildMore()
  return withoutChunks(container)
}

/** The body without its chunks, when the page shows the whole text. */
async function settledBody(preview: Preview): Promise<string> {
  const outcome = await preview.whenWhole()
  if (outcome !== 'whole') throw new Error(`the preview is ${outcome}`)
  return withoutChunks(frameElement().contentDocument?.querySelector('.galley-body') ?? document.body)
}

window.startHarness = (flavour) =>
  new Promise((resolve) => {
    const opened: string[] = []
    const lines: number[] = []
    const preview = createPreview(frameElement(), {
      setup: flavour,
      assetUrl: (reference) => `/asset/${encodeURIComponent(reference)}`,
      openExternal: (url) => opened.push(url),
      onReady: resolve,
    })
    preview.onScrollLine((line) => lines.push(line))
    window.harness = {
      preview,
      opened,
      lines,
      control(html) {
        document.body.insertAdjacentHTML('beforeend', html)
      },
      guarded(html) {
        document.body.append(sanitise(html))
      },
      async settled() {
        await preview.whenWhole()
        await new Promise((resolve) => requestAnimationFrame(resolve))
      },
      body: () => settledBody(preview),
      fresh,
      edit(markdown, changes) {
        const body = applyTextChanges(markdown, changes)
        preview.update({ changes, body })
        return body
      },
    }
  })
