import type { MountedPage } from '../mounted-page'
import type { LivePiece } from '../page-view'
import { CodeColours } from './code/code-colours'
import type { CodeAnswer, CodeJob } from './code/code-line'
import type { Enrichment, EnrichmentSource } from './enrichment'
import { createFormulaCleaner } from './math/clean-formula'
import { Formulas } from './math/formulas'
import type { MathAnswer, MathJob } from './math/math-style'
import { NearView } from './near-view'
import type { Replace } from './replace'
import { addStyleSheet } from './style-sheet'
import { TimedWorker } from './timed-worker'

const limits = { loadMs: 10_000, workMs: 1500 }

/** More pieces at once are no edit, but the opening of a text. */
const maxEditedPieces = 8

/** Does to the pieces of a page what the site does to its posts besides Markdown. */
export class Enricher {
  private readonly near: NearView
  private readonly highlighter = new TimedWorker<CodeJob, CodeAnswer>(
    () => new Worker(new URL('./code/highlight-worker.ts', import.meta.url), { type: 'module' }),
    limits,
  )
  private readonly typesetter = new TimedWorker<MathJob, MathAnswer>(
    () => new Worker(new URL('./math/math-worker.ts', import.meta.url), { type: 'module' }),
    limits,
  )
  private readonly replace: Replace
  private code: CodeColours | null = null
  private math: Formulas | null = null

  constructor(
    private readonly mounted: MountedPage,
    private readonly source: EnrichmentSource,
  ) {
    this.near = new NearView(mounted.page.document)
    this.replace = (node, next) => mounted.view.replace(node, next)
    this.use(source.current())
  }

  /** What holds for pieces from now on. */
  use({ code, math }: Enrichment): void {
    const { near, replace } = this
    this.code =
      code && new CodeColours(code, near, (job, isWanted) => this.highlighter.run(job, isWanted), replace)
    this.math =
      math &&
      new Formulas(
        math,
        near,
        (job, isWanted) => this.setFormula(job, isWanted),
        createFormulaCleaner(window),
        replace,
      )
  }

  /** Takes in pieces that were just put into the page. */
  take(pieces: readonly LivePiece[]): void {
    this.near.forgetGone()
    const isEdit = pieces.length <= maxEditedPieces
    for (const piece of pieces) {
      this.math?.take(piece.nodes)
      this.code?.take(piece.nodes, isEdit)
    }
  }

  dispose(): void {
    this.near.dispose()
    this.highlighter.dispose()
    this.typesetter.dispose()
  }

  private async setFormula(job: MathJob, isWanted: () => boolean) {
    await addStyleSheet(this.mounted.page.document, () => this.source.mathStyleSheet())
    return this.typesetter.run(job, isWanted)
  }
}
