import type { NodeMaker } from './page-view'
import { nodesInSlices } from './sliced-nodes'

/** Makes the nodes of long HTML step by step, of one piece at a time. */
export class LongPieces {
  private html = ''
  private steps: Generator<undefined, DocumentFragment> | null = null
  private readonly inert = document.implementation.createHTMLDocument('')

  constructor(private readonly maker: NodeMaker) {}

  /** Goes one step on with `html`, from its beginning if it is another than last time. Gives the nodes when they are complete. */
  next(html: string): DocumentFragment | null {
    if (this.steps === null || html !== this.html) {
      this.html = html
      this.steps = nodesInSlices(html, (slice, context) => this.maker.toNodes(slice, context), this.inert)
    }
    const step = this.steps.next()
    if (!step.done) return null
    this.steps = null
    this.html = ''
    return step.value
  }
}
