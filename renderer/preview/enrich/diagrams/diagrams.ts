import { previewStrings } from '../../../strings/preview'
import { BoundedMap } from '../bounded-map'
import { findIn } from '../find-in'
import type { NearView } from '../near-view'
import type { Replace } from '../replace'
import type { Outcome } from '../timed-worker'
import type { Picture } from './diagram-messages'

const maxRemembered = 8_000_000
/** Mermaid takes no longer text either. */
const maxSourceLength = 50_000
const leftDiagrams = 6
const maxAlternativeLength = 1000

/** Draws a diagram, elsewhere. */
export type DrawDiagram = (source: string, isWanted: () => boolean) => Promise<Outcome<Picture>>

/** What became of a diagram's source. */
type Known = { readonly picture: Picture } | { readonly message: string }

/** A diagram on the page: `picture` is the last that its source, or the source that stood there before, gave. */
type Shown = { readonly place: HTMLElement; readonly source: string; picture: Picture | null }

/** How the flavours and the writers' own HTML mark a diagram's source. */
const marked = 'pre > code.language-mermaid, pre[lang="mermaid"] > code, pre.mermaid, div.mermaid'

/** Draws the diagrams of a page, what is near the view first. */
export class Diagrams {
  private readonly known = new BoundedMap<Known>(maxRemembered)
  private shown: Shown[] = []
  private left: Shown[] = []

  constructor(
    private readonly near: NearView,
    private readonly draw: DrawDiagram,
    private readonly replace: Replace,
  ) {}

  /** Takes in what was just put into the page. `isEdit`: it replaces something like it, whose picture stays until there is a new one. */
  take(nodes: readonly Node[], isEdit: boolean): void {
    const sources = findIn<HTMLElement>(nodes, marked)
    if (sources.length === 0) return
    if (isEdit) this.noteLeft()
    for (const element of sources) {
      const source = (element.textContent ?? '').trim()
      if (source !== '' && source.length <= maxSourceLength) this.takeSource(element, source, isEdit)
    }
  }

  private takeSource(element: HTMLElement, source: string, isEdit: boolean): void {
    const before = isEdit ? this.mostAlike(source) : null
    const known = this.known.get(source)
    const show = (next: Known | null, isOld: boolean): Shown => {
      const place = element.ownerDocument.createElement('figure')
      place.className = 'galley-diagram'
      this.replace(outermost(element), place)
      const shown = { place, source, picture: before?.picture ?? null }
      this.shown.push(shown)
      if (next !== null) this.show(shown, next)
      else if (isOld && shown.picture !== null) showPicture(place, shown.picture, source, 'old')
      return shown
    }
    if (known !== undefined) show(known, false)
    else if (before?.picture) {
      const shown = show(null, true)
      this.near.whenNear(shown.place, async () => {
        const next = await this.request(source, () => shown.place.isConnected)
        if (next !== null && shown.place.isConnected) this.show(shown, next)
      })
    } else {
      // until there is a picture the code stands there, as it does on a page whose script is still loading
      this.near.whenNear(element, async () => {
        const next = await this.request(source, () => element.isConnected)
        if (next !== null && element.isConnected) show(next, false)
      })
    }
  }

  private async request(source: string, isWanted: () => boolean): Promise<Known | null> {
    const known = this.known.get(source)
    if (known !== undefined) return known
    const outcome = await this.draw(source, isWanted)
    if (outcome.kind === 'dropped') return null
    const made = knownBy(outcome)
    this.known.set(source, made, 'picture' in made ? made.picture.svg.length : source.length + 500)
    return made
  }

  private show(shown: Shown, known: Known): void {
    if ('picture' in known) {
      shown.picture = known.picture
      showPicture(shown.place, known.picture, shown.source, 'new')
    } else showMessage(shown, known.message)
  }

  /** Remembers the diagrams that an edit took off the page. */
  private noteLeft(): void {
    const left = this.shown.filter(({ place }) => !place.isConnected)
    if (left.length === 0) return
    this.shown = this.shown.filter(({ place }) => place.isConnected)
    this.left = [...left, ...this.left].slice(0, leftDiagrams)
  }

  private mostAlike(source: string): Shown | null {
    let best: { shown: Shown; shared: number } | null = null
    for (const shown of this.left) {
      const shared = sharedLength(shown.source, source)
      if (shown.picture !== null && (best === null || shared > best.shared)) best = { shown, shared }
    }
    // a diagram's first word is its kind: what shares less is another diagram
    return best !== null && best.shared >= 8 ? best.shown : null
  }
}

function knownBy(outcome: Exclude<Outcome<Picture>, { kind: 'dropped' }>): Known {
  if (outcome.kind === 'done') return { picture: outcome.result }
  return { message: outcome.kind === 'cut-off' ? previewStrings.diagramCutOff : outcome.message }
}

function sharedLength(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let before = 0
  while (before < shorter && one[before] === other[before]) before++
  let behind = 0
  while (behind < shorter - before && one.at(-1 - behind) === other.at(-1 - behind)) behind++
  return before + behind
}

/** The whole block of a source: its code's `pre`, and the boxes that a highlighter puts around that. */
function outermost(element: HTMLElement): HTMLElement {
  const pre = element.nodeName === 'CODE' ? (element.parentElement ?? element) : element
  return (
    pre.closest<HTMLElement>('figure.highlight, div.highlighter-rouge, div.codehilite, div.highlight') ?? pre
  )
}

function imageOf(document: Document, { svg, width, height }: Picture, source: string): HTMLImageElement {
  const image = document.createElement('img')
  // as an image a drawing is inert: it runs nothing, loads nothing, and nothing in it can be clicked
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  image.width = width
  image.height = height
  image.alt = previewStrings.diagramAlternative(source.slice(0, maxAlternativeLength))
  return image
}

function showPicture(place: HTMLElement, picture: Picture, source: string, age: 'new' | 'old'): void {
  place.classList.toggle('galley-diagram-old', age === 'old')
  place.replaceChildren(imageOf(place.ownerDocument, picture, source))
}

/** Says what is wrong, and shows what there was before, or the code. */
function showMessage({ place, picture, source }: Shown, message: string): void {
  const document = place.ownerDocument
  const box = document.createElement('figcaption')
  box.className = 'galley-diagram-message'
  box.setAttribute('role', 'note')
  const words = document.createElement('strong')
  words.textContent = previewStrings.diagramWrong
  const details = document.createElement('pre')
  details.textContent = message
  box.append(words, details)
  place.classList.toggle('galley-diagram-old', picture !== null)
  if (picture !== null) {
    place.replaceChildren(imageOf(document, picture, source), box)
    return
  }
  const block = document.createElement('pre')
  const code = document.createElement('code')
  code.textContent = source
  block.append(code)
  place.replaceChildren(box, block)
}
