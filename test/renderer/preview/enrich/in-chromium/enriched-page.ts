import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { TextChange } from '#shared/text/text-change'
import { applyTextChanges } from '#shared/text/text-change'
import { createPreview, type Preview } from '../../../../../renderer/preview/create-preview'
import type { Enrichment } from '../../../../../renderer/preview/enrich/enrichment'
import { noEnrichment } from '../../../../../renderer/preview/enrich/enrichment'
import { createFormulaCleaner } from '../../../../../renderer/preview/enrich/math/clean-formula'

/** What tests call in the parent page of an enriched preview. */
export type EnrichedPage = {
  readonly preview: Preview
  /** What is not named is not done. */
  enrich(enrichment: Partial<Enrichment>): void
  show(body: string): Promise<void>
  /** Edits as the editor would, and gives the new text once it is on the page. */
  edit(markdown: string, changes: readonly TextChange[]): Promise<string>
  /** How often `selector` fits on the page, after each change of the page from now on. */
  watch(selector: string): readonly number[]
  /** What the sanitiser of formulas leaves of `html`. */
  cleanFormula(html: string): string
  /** The body's HTML without the chunks, as it is now. */
  html(): string
}

declare global {
  interface Window {
    enriched: EnrichedPage
    startEnriched(flavour: FlavourId): Promise<void>
  }
}

function frameElement(): HTMLIFrameElement {
  const frame = document.querySelector('iframe')
  if (frame === null) throw new Error('the page has no frame')
  return frame
}

window.startEnriched = (flavour) =>
  new Promise((resolve) => {
    let enrichment = noEnrichment
    const listeners = new Set<() => void>()
    const preview = createPreview(frameElement(), {
      setup: flavour,
      assetUrl: (reference) => `/asset/${encodeURIComponent(reference)}`,
      openExternal: () => undefined,
      enrichment: {
        current: () => enrichment,
        mathStyleSheet: async () => '/katex.css',
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      onReady: resolve,
    })
    window.enriched = {
      preview,
      enrich(next) {
        enrichment = { ...noEnrichment, ...next }
        for (const listener of listeners) listener()
      },
      async show(body) {
        preview.show({ title: '', byline: '', body })
        await preview.whenWhole()
      },
      async edit(markdown, changes) {
        const body = applyTextChanges(markdown, changes)
        preview.update({ changes, body })
        await preview.whenWhole()
        return body
      },
      watch(selector) {
        const page = frameElement().contentDocument
        const counts: number[] = []
        // told before anything is painted
        const observer = new MutationObserver(() => counts.push(page?.querySelectorAll(selector).length ?? 0))
        if (page) observer.observe(page.body, { childList: true, subtree: true })
        return counts
      },
      cleanFormula(html) {
        const holder = document.implementation.createHTMLDocument('').createElement('div')
        holder.append(createFormulaCleaner(window)(html))
        return holder.innerHTML
      },
      html() {
        const body = frameElement().contentDocument?.querySelector('.galley-body')
        return [...(body?.children ?? [])].map((chunk) => chunk.innerHTML).join('')
      },
    }
  })
