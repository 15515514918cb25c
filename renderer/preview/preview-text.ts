import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import {
  createIncrementalRenderer,
  type IncrementalRenderer,
  openIncrementalRenderer,
} from '#shared/markdown/incremental'
import { differenceBetween } from '#shared/text/smallest-change'
import type { TextChange } from '#shared/text/text-change'
import type { FramePage } from './frame-page'
import { runWhenIdle } from './idle'
import type { PageView } from './page-view'

/** A text up to this length is rendered at once. */
const eagerLength = 48_000

/** Of a longer one, about this much is rendered first: more than fits into the frame. */
const firstLength = 12_000

/** An edit that takes longer than this would be felt while typing: the next ones wait for the frame. */
const unfeltMs = 8

/** From this many units on, the layout of what is out of sight is left to the browser. */
const manyUnits = 300

function firstPart(body: string): string {
  const blankLine = body.lastIndexOf('\n\n', firstLength)
  return body.slice(0, blankLine > 0 ? blankLine : firstLength)
}

/** Keeps the page showing a text: opens it in slices when it is long, and follows its edits. */
export class PreviewText {
  private renderer: IncrementalRenderer | null = null
  /** The text that the page is to show. */
  private body = ''
  private lastEditMs = 0
  private stopWork = (): void => {}
  private frameRequest: number | null = null

  constructor(
    private readonly page: FramePage,
    private readonly view: PageView,
    private setup: FlavourOrSetup,
  ) {}

  /** Shows `body`; says whether it is for the most part the text that was there. */
  show(body: string): 'same' | 'other' {
    const before = this.renderer?.body
    const change = before === undefined ? null : differenceBetween(before, body)
    if (before !== undefined && change === null) return 'same'
    if (change && body.length > 0 && change.insert.length * 2 < body.length) {
      this.update([change], body)
      return 'same'
    }
    this.open(body)
    return 'other'
  }

  /** Follows an edit. While the text is still being opened, or where edits take long, later. */
  update(changes: readonly TextChange[], body: string): void {
    this.body = body
    if (this.renderer === null || this.frameRequest !== null) return
    if (this.lastEditMs <= unfeltMs) this.apply(changes)
    else {
      this.frameRequest = requestAnimationFrame(() => {
        this.frameRequest = null
        this.catchUp()
      })
    }
  }

  setSetup(setup: FlavourOrSetup): void {
    if (setup === this.setup) return
    this.setup = setup
    this.open(this.body)
  }

  dispose(): void {
    this.stopWork()
    if (this.frameRequest !== null) cancelAnimationFrame(this.frameRequest)
    this.frameRequest = null
  }

  private open(body: string): void {
    this.dispose()
    this.body = body
    this.renderer = null
    if (body.length <= eagerLength) {
      this.start(createIncrementalRenderer(body, this.setup))
      return
    }
    this.view.show(createIncrementalRenderer(firstPart(body), this.setup).units)
    const opening = openIncrementalRenderer(body, this.setup)
    this.stopWork = runWhenIdle(() => {
      const step = opening.next()
      if (!step.done) return 'more'
      this.start(step.value)
      return 'done'
    })
  }

  private start(renderer: IncrementalRenderer): void {
    this.renderer = renderer
    this.view.show(renderer.units)
    this.catchUp()
  }

  private catchUp(): void {
    const change = this.renderer && differenceBetween(this.renderer.body, this.body)
    if (change) this.apply([change])
    else this.buildRest()
  }

  private apply(changes: readonly TextChange[]): void {
    if (this.renderer === null) return
    const startedAt = performance.now()
    this.view.apply(this.renderer.apply(changes, this.body), this.renderer.units)
    this.lastEditMs = performance.now() - startedAt
    this.buildRest()
  }

  private buildRest(): void {
    const units = this.renderer?.units.length ?? 0
    this.page.body.classList.toggle('galley-long', units > manyUnits)
    this.stopWork()
    if (this.view.isBuilt) return
    this.stopWork = runWhenIdle(() => {
      this.view.buildMore()
      return this.view.isBuilt ? 'done' : 'more'
    })
  }
}
