import type { MountedPage } from '../mounted-page'
import type { LivePiece } from '../page-view'
import { CodeColours } from './code/code-colours'
import type { CodeAnswer, CodeJob } from './code/code-line'
import type { CodeStyle } from './code/code-style'
import type { Enrichment } from './enrichment'
import { NearView } from './near-view'
import { TimedWorker } from './timed-worker'

const codeLimits = { loadMs: 10_000, workMs: 1500 }

/** More pieces at once are no edit, but the opening of a text. */
const maxEditedPieces = 8

/** Does to the pieces of a page what the site does to its posts besides Markdown. */
export class Enricher {
  private readonly near: NearView
  private readonly highlighter = new TimedWorker<CodeJob, CodeAnswer>(
    () => new Worker(new URL('./code/highlight-worker.ts', import.meta.url), { type: 'module' }),
    codeLimits,
  )
  private code: CodeColours | null = null
  private codeStyle: CodeStyle | null = null

  constructor(private readonly mounted: MountedPage) {
    this.near = new NearView(mounted.page.document)
  }

  /** What holds for pieces from now on. */
  use({ code }: Enrichment): void {
    if (code !== this.codeStyle) this.code = code === null ? null : this.coloursFor(code)
    this.codeStyle = code
  }

  /** Takes in pieces that were just put into the page. */
  take(pieces: readonly LivePiece[]): void {
    this.near.forgetGone()
    const isEdit = pieces.length <= maxEditedPieces
    for (const { nodes } of pieces) this.code?.take(nodes, isEdit)
  }

  dispose(): void {
    this.near.dispose()
    this.highlighter.dispose()
  }

  private coloursFor(style: CodeStyle): CodeColours {
    return new CodeColours(
      style,
      this.near,
      (job, isWanted) => this.highlighter.run(job, isWanted),
      (node, next) => this.mounted.view.replace(node, next),
    )
  }
}
