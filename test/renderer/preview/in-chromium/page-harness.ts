import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import type { ChosenPlace } from '../../../../renderer/preview/choose-place'
import { createPreview, type Preview } from '../../../../renderer/preview/create-preview'
import { createSanitiser } from '../../../../renderer/preview/sanitise'
import { buildSitePage } from '../../../../renderer/preview/site/site-page'
import {
  buildAnew,
  type Difference,
  type EditedText,
  findDifference,
  tightLimits,
  withoutChunks,
} from './dom-edits'

/** What tests call in the parent page of a preview. */
export type Harness = {
  readonly preview: Preview
  readonly opened: readonly string[]
  readonly lines: readonly number[]
  readonly chosen: readonly ChosenPlace[]
  /** Puts `html` into the page as it is: what the sanitiser has to stand against. */
  control(html: string): void
  /** The same through the sanitiser. */
  guarded(html: string): void
  /** Puts a site's page around the post, `markup` and `css` as they are; the post stands at its end. `alone`: without the post. */
  onSite(markup: string, css: string, how?: 'alone'): void
  /** Whether the site's page was said to hide the post. */
  isHidden: boolean
  /** Waits until the page shows the text that it was given. */
  settled(): Promise<void>
  /** The body's HTML without the chunks, once everything is built. */
  body(): Promise<string>
  /** What a page built anew for `markdown` holds; `whole` sanitises the document in one piece. */
  fresh(markdown: string, flavour: FlavourId, how: 'units' | 'whole'): string
  /** See the function of the same name. */
  findDifference(
    texts: readonly EditedText[],
    flavour: FlavourId,
    limits: 'tight' | 'usual',
  ): Difference | null
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
    const chosen: ChosenPlace[] = []
    const preview = createPreview(frameElement(), {
      setup: flavour,
      assetUrl: (reference) => `/asset/${encodeURIComponent(reference)}`,
      openExternal: (url) => opened.push(url),
      onReady: resolve,
    })
    preview.place.onReadLine((line) => lines.push(line))
    preview.place.onChoose((place) => chosen.push(place))
    window.harness = {
      preview,
      opened,
      lines,
      chosen,
      control(html) {
        document.body.insertAdjacentHTML('beforeend', html)
      },
      guarded(html) {
        document.body.append(sanitise(html))
      },
      isHidden: false,
      onSite(markup, css, how) {
        const frame = {
          ...{ htmlAttributes: {}, bodyAttributes: {}, dateStyle: null, author: null },
          styles: [{ kind: 'text', css, media: '' } as const],
          pageTitle: { before: '', after: '' },
          markup: `${markup}<main data-galley="body"></main>`,
        }
        const build = (element: HTMLIFrameElement) =>
          buildSitePage(element, {
            frame,
            base: '/asset',
            onHidden: () => {
              window.harness.isHidden = true
            },
          })
        if (how === 'alone') build(frameElement())
        else preview.setPage(build)
      },
      async settled() {
        await preview.whenWhole()
        await new Promise((resolve) => requestAnimationFrame(resolve))
      },
      body: () => settledBody(preview),
      fresh: (markdown, flavour, how) => buildAnew(markdown, flavour, how),
      findDifference: (texts, flavour, limits) =>
        findDifference(texts, flavour, limits === 'tight' ? tightLimits : undefined),
      edit(markdown, changes) {
        const body = applyTextChanges(markdown, changes)
        preview.update({ changes, body })
        return body
      },
    }
  })
