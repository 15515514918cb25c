import type { MountedPage } from '../mounted-page'
import type { LivePiece } from '../page-view'
import { CodeColours } from './code/code-colours'
import type { CodeAnswer, CodeJob } from './code/code-line'
import { startDiagramFrame } from './diagrams/diagram-frame'
import type { Picture } from './diagrams/diagram-messages'
import { Diagrams } from './diagrams/diagrams'
import { enrichStyle } from './enrich-style'
import type { Enrichment, EnrichmentSource } from './enrichment'
import { createFormulaCleaner } from './math/clean-formula'
import { Formulas } from './math/formulas'
import type { MathAnswer, MathJob } from './math/math-style'
import { moduleWorker } from './module-worker'
import { NearView } from './near-view'
import type { Replace } from './replace'
import { addStyle, addStyleSheet } from './style-sheet'
import { TimedWorker } from './timed-worker'

const limits = { loadMs: 10_000, workMs: 1500 }
/** Mermaid is a large library, and a large graph is honest work. */
const diagramLimits = { loadMs: 20_000, workMs: 6000 }

/** More pieces at once are no edit, but the opening of a text. */
const maxEditedPieces = 8

/** Does to the pieces of a page what the site does to its posts besides Markdown. */
export class Enricher {
  private readonly near: NearView
  private readonly highlighter = new TimedWorker<CodeJob, CodeAnswer>(
    moduleWorker(
      () => new Worker(new URL('./code/highlight-worker.ts', import.meta.url), { type: 'module' }),
    ),
    limits,
  )
  private readonly typesetter = new TimedWorker<MathJob, MathAnswer>(
    moduleWorker(() => new Worker(new URL('./math/math-worker.ts', import.meta.url), { type: 'module' })),
    limits,
  )
  private readonly drawer = new TimedWorker<string, Picture>(startDiagramFrame, diagramLimits)
  private readonly replace: Replace
  private code: CodeColours | null = null
  private math: Formulas | null = null
  private diagrams: Diagrams | null = null

  constructor(
    private readonly mounted: MountedPage,
    private readonly source: EnrichmentSource,
  ) {
    this.near = new NearView(mounted.page.document)
    this.replace = (node, next) => mounted.view.replace(node, next)
    this.use(source.current())
  }

  /** What holds for pieces from now on. */
  use({ code, math, diagrams }: Enrichment): void {
    const { near, replace } = this
    const others = [...(diagrams ? ['mermaid'] : []), ...(math === null ? [] : ['math'])]
    this.code =
      code &&
      new CodeColours(code, near, (job, isWanted) => this.highlighter.run(job, isWanted), replace, others)
    this.math =
      math &&
      new Formulas(
        math,
        near,
        (job, isWanted) => this.setFormula(job, isWanted),
        createFormulaCleaner(window),
        replace,
      )
    this.diagrams = diagrams
      ? new Diagrams(near, (diagram, isWanted) => this.drawer.run(diagram, isWanted), replace)
      : null
  }

  /** Takes in pieces that were just put into the page. */
  take(pieces: readonly LivePiece[]): void {
    this.near.forgetGone()
    addStyle(this.mounted.page.document, enrichStyle)
    const isEdit = pieces.length <= maxEditedPieces
    for (const piece of pieces) {
      this.math?.take(piece.nodes)
      this.diagrams?.take(piece.nodes, isEdit)
      this.code?.take(piece.nodes, isEdit)
    }
  }

  /** Does what was left for later, on all of the page. */
  finish(): Promise<void> {
    return this.near.doAll()
  }

  dispose(): void {
    this.near.dispose()
    this.highlighter.dispose()
    this.typesetter.dispose()
    this.drawer.dispose()
  }

  private async setFormula(job: MathJob, isWanted: () => boolean) {
    await addStyleSheet(this.mounted.page.document, () => this.source.mathStyleSheet())
    return this.typesetter.run(job, isWanted)
  }
}
