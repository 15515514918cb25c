import { previewStrings } from '../../../strings/preview'
import { BoundedMap } from '../bounded-map'
import { findIn } from '../find-in'
import type { NearView } from '../near-view'
import type { Replace } from '../replace'
import type { Outcome } from '../timed-worker'
import type { Formula, MathAnswer, MathJob, MathStyle } from './math-style'
import { splitMath } from './split-math'
import { breakMark, textRuns } from './text-runs'

const maxRemembered = 2_000_000
/** Text without any of these holds no formula, whatever the delimiters are. */
const sign = /[$\\]/

/** Sets a formula, elsewhere. */
export type SetFormula = (job: MathJob, isWanted: () => boolean) => Promise<Outcome<MathAnswer>>

/** What a formula became: nodes to copy, or why there are none. */
type Known = { readonly nodes: DocumentFragment } | { readonly error: string }

/** Where a formula stands, and how it is written there, delimiters and all. */
type Place = { readonly element: HTMLElement; readonly formula: Formula; readonly source: string }

/** Sets the formulas of a page, what is near the view first. */
export class Formulas {
  private readonly known = new BoundedMap<Known>(maxRemembered)

  constructor(
    private readonly style: MathStyle,
    private readonly near: NearView,
    private readonly setFormula: SetFormula,
    private readonly clean: (html: string) => DocumentFragment,
    private readonly replace: Replace,
  ) {}

  /** Takes in nodes that were just put into the page, siblings. */
  take(nodes: readonly Node[]): void {
    this.takeCode(nodes)
    if (this.style.delimiters.length === 0 && !this.style.environments) return
    for (const run of textRuns(nodes, this.style.library)) {
      if (sign.test(run.text)) this.takeRun(run.nodes, run.text)
    }
  }

  /** remark-math and GitHub write formulas as code in the language `math`. */
  private takeCode(nodes: readonly Node[]): void {
    for (const code of findIn<HTMLElement>(nodes, 'code.language-math, pre[lang="math"] > code')) {
      const pre = code.parentElement?.nodeName === 'PRE' ? code.parentElement : null
      const source = code.textContent ?? ''
      const formula = { tex: source, display: pre !== null || code.classList.contains('math-display') }
      const place = makePlace(code.ownerDocument, formula, source)
      this.replace(pre ?? code, place.element)
      this.fill(place)
    }
  }

  private takeRun(nodes: readonly ChildNode[], text: string): void {
    const parts = splitMath(text, this.style)
    const [first, ...others] = nodes
    const document = first?.ownerDocument
    if (!first || !document || !parts.some(({ kind }) => kind === 'formula')) return
    const box = document.createElement('span')
    box.className = 'galley-math'
    this.replace(first, box)
    // not only taken away: they may be a piece's own
    for (const node of others) this.replace(node, document.createTextNode(''))
    for (const part of parts) {
      if (part.kind === 'text') box.append(...withBreaks(document, part.text))
      else {
        const formula = { ...part.formula, tex: part.formula.tex.replaceAll(breakMark, '\n') }
        const place = makePlace(document, formula, part.source.replaceAll(breakMark, '\n'))
        box.append(place.element)
        this.fill(place)
      }
    }
  }

  /** Puts the formula into its place, at once where it is known, else once it is near the view. */
  private fill(place: Place): void {
    const known = this.known.get(keyOf(place))
    if (known === undefined) this.near.whenNear(place.element, () => this.request(place))
    else this.show(place, known)
  }

  private async request(place: Place): Promise<void> {
    let known = this.known.get(keyOf(place))
    if (known === undefined) {
      const job = { ...place.formula, macros: this.style.macros }
      const outcome = await this.setFormula(job, () => place.element.isConnected)
      if (outcome.kind === 'dropped') return
      known = this.knownBy(outcome)
      this.known.set(keyOf(place), known, place.source.length + 500)
    }
    this.show(place, known)
  }

  private knownBy(outcome: Exclude<Outcome<MathAnswer>, { kind: 'dropped' }>): Known {
    if (outcome.kind === 'cut-off') return { error: previewStrings.formulaCutOff }
    if (outcome.kind === 'failed') return { error: outcome.message }
    return 'html' in outcome.result ? { nodes: this.clean(outcome.result.html) } : outcome.result
  }

  private show({ element, source }: Place, known: Known): void {
    if ('nodes' in known) {
      element.replaceChildren(element.ownerDocument.importNode(known.nodes, true))
      return
    }
    element.textContent = source
    // readers of a site with KaTeX see the source in red; MathJax knows commands that KaTeX, which sets formulas here, does not
    element.classList.add(`galley-formula-${this.style.library === 'katex' ? 'wrong' : 'unknown'}`)
    element.title = previewStrings.formulaNotSet(known.error)
  }
}

function makePlace(document: Document, formula: Formula, source: string): Place {
  const element = document.createElement('span')
  element.className = formula.display ? 'galley-formula galley-formula-display' : 'galley-formula'
  element.textContent = source
  return { element, formula, source }
}

function keyOf({ formula }: Place): string {
  return `${formula.display} ${formula.tex}`
}

function withBreaks(document: Document, text: string): readonly (Node | string)[] {
  return text
    .split(breakMark)
    .flatMap((line, index) => (index === 0 ? [line] : [document.createElement('br'), line]))
}
