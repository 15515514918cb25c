import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import { ClosednessProbe } from '../../../../renderer/preview/closedness'
import { type NodeMaker, PageView, type ViewLimits } from '../../../../renderer/preview/page-view'
import { createSanitiser } from '../../../../renderer/preview/sanitise'

/** A text and edits of it, one after the other; `steps` is how much is built in idle moments before the next one comes. */
export type EditedText = {
  readonly text: string
  readonly edits: readonly { readonly change: TextChange; readonly steps: number }[]
}

/** The first edit after which the page is not what it would be if built anew. */
export type Difference = {
  readonly body: string
  readonly change: TextChange
  readonly patched: string
  readonly fresh: string
}

/** With these, a small text is as much trouble as a large one with the usual ones. */
export const tightLimits: ViewLimits = {
  piecesAtOnce: 3,
  piecesPerStep: 2,
  changedAtOnce: 2,
  longPiece: 600,
  patchedPiece: 40,
}

const sanitise = createSanitiser(window)
const probe = new ClosednessProbe(document.implementation.createHTMLDocument(''))
const maker: NodeMaker = { toNodes: sanitise, isClosed: (html) => probe.isClosed(html) }

const maxSteps = 20_000

const newContainer = (): HTMLElement => document.implementation.createHTMLDocument('').createElement('div')

/** What the container holds, without its chunks. */
export function withoutChunks(container: Element): string {
  return [...container.children].map((chunk) => chunk.innerHTML).join('')
}

/** Comments that the sanitiser takes out leave line breaks between blocks behind, or none: nothing that is seen. */
const oneLineBreak = (html: string): string => html.replace(/>\n+</g, '>\n<').trim()

function complete(view: PageView): void {
  for (let step = 0; !view.isBuilt; step++) {
    if (step === maxSteps) throw new Error('building the page comes to no end')
    view.buildMore()
  }
}

/** What a page built anew for `markdown` holds; `whole` sanitises the document in one piece. */
export function buildAnew(
  markdown: string,
  flavour: FlavourId,
  how: 'units' | 'whole',
  limits?: ViewLimits,
): string {
  const container = newContainer()
  if (how === 'whole') {
    container.append(sanitise(renderBody(markdown, flavour)))
    return container.innerHTML
  }
  const view = new PageView(container, maker, limits)
  view.show(createIncrementalRenderer(markdown, flavour).units)
  complete(view)
  return withoutChunks(container)
}

/** Carries out edits on a page and compares it after each with one built anew. null when there is never a difference. */
export function findDifference(
  texts: readonly EditedText[],
  flavour: FlavourId,
  limits?: ViewLimits,
): Difference | null {
  const container = newContainer()
  const view = new PageView(container, maker, limits)
  for (const { text, edits } of texts) {
    let body = text
    const renderer = createIncrementalRenderer(body, flavour)
    view.show(renderer.units)
    for (const { change, steps } of edits) {
      body = applyTextChanges(body, [change])
      view.apply(renderer.apply([change], body), renderer.units)
      for (let step = 0; step < steps && !view.isBuilt; step++) view.buildMore()
      // not after each edit: gaps are to meet edits
      if (steps === 0) continue
      complete(view)
      const [patched, fresh] = [withoutChunks(container), buildAnew(body, flavour, 'units')]
      if (patched !== fresh) return { body, change, patched, fresh }
      // this flavour lets no tags through, so nothing is left open and a unit has nothing to do with another
      const whole = flavour === 'hugo' ? buildAnew(body, flavour, 'whole') : fresh
      if (oneLineBreak(whole) !== oneLineBreak(fresh)) return { body, change, patched, fresh: whole }
    }
  }
  return null
}
