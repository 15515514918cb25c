import type { Unit } from '#shared/markdown/incremental'
import type { TemplateValues } from '#shared/markdown/templates/document-renderer'
import { differenceBetween } from '#shared/text/smallest-change'
import type { TextChange } from '#shared/text/text-change'
import type { FramePage } from './frame-page'
import { runWhenIdle } from './idle'
import { restAfter } from './pace'
import type { PageView } from './page-view'
import { plainText, StandStillNotice } from './stand-still-notice'
import type { UnitPatch } from './worker/messages'
import type { RenderSetup } from './worker/open-renderer'
import { RenderClient, type RenderPort, type StandStill } from './worker/render-client'

/** From this many units on, the layout of what is out of sight is left to the browser. */
const manyUnits = 300

/** Keeps the page showing a text: has it rendered by a worker, and puts on the page what comes back. */
export class PreviewText {
  /** The text that the page is to show; null before the first. */
  private body: string | null = null
  private waiting: ((outcome: 'whole' | 'standing still') => void)[] = []
  /** To be called when the page shows the first of a text that was opened. */
  private onPage: ((text: 'same' | 'other') => void) | null = null
  private stopWork = (): void => {}
  private readonly client: RenderClient
  private readonly notice: StandStillNotice

  constructor(
    private readonly page: FramePage,
    private readonly view: PageView,
    private setup: RenderSetup,
    createWorker: () => RenderPort,
  ) {
    view.onUnfinished = () => this.buildRest()
    this.notice = new StandStillNotice(page, () => this.client.tryAgain())
    this.client = new RenderClient(createWorker, {
      onBeginning: (units) => this.show(units),
      onUnits: (units) => this.show(units),
      onPatch: (patch, units) => this.apply(patch, units),
      onStandStill: (why) => this.standStill(why),
    })
  }

  /**
   * Shows `body`. Calls `onPage` when the page shows the first of it: at once where it is for the most part the text that is there already, so
   * that what belongs to a text never stands above another.
   */
  open(body: string, onPage: (text: 'same' | 'other') => void): void {
    const change = this.body === null ? null : differenceBetween(this.body, body)
    const isSame = this.body !== null && change === null
    if (isSame || (change && body.length > 0 && change.insert.length * 2 < body.length)) {
      if (change) this.update([change], body)
      if (this.onPage === null) onPage('same')
      else this.onPage = onPage
      return
    }
    this.body = body
    this.onPage = onPage
    this.client.open(this.setup, body, { beginningFirst: true })
  }

  /** Follows an edit, as soon as the worker has. */
  update(changes: readonly TextChange[], body: string): void {
    this.body = body
    this.client.edit(changes, body)
  }

  /** Renders the text in another way. */
  setSetup(setup: RenderSetup): void {
    if (JSON.stringify(setup) === JSON.stringify(this.setup)) return
    this.setup = setup
    if (this.body !== null) this.client.open(setup, this.body, { beginningFirst: false })
  }

  /** Follows what template tags in the text refer to. */
  setTemplates(templates: TemplateValues): void {
    this.setup = { ...this.setup, templates }
    this.client.setTemplates(templates)
  }

  /** Resolves when the page shows the whole text as it is now, or stands still. */
  whenWhole(): Promise<'whole' | 'standing still'> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.tellIfWhole()
    })
  }

  dispose(): void {
    this.stopWork()
    this.client.dispose()
  }

  private show(units: readonly Unit[]): void {
    this.notice.hide()
    this.view.show(units)
    this.tellOnPage()
    this.page.body.classList.toggle('galley-long', units.length > manyUnits)
    this.buildRest()
  }

  private apply(patch: UnitPatch, units: readonly Unit[]): void {
    this.notice.hide()
    const startedAt = performance.now()
    this.view.apply({ ...patch, changed: patch.changed.map(([index]) => index) }, units)
    // it is laid out before the next paint anyway
    this.page.body.getBoundingClientRect()
    const restMs = restAfter(performance.now() - startedAt)
    if (restMs > 0) this.client.pause(restMs)
    this.page.body.classList.toggle('galley-long', units.length > manyUnits)
    this.buildRest()
  }

  private standStill(why: StandStill): void {
    const isOther = this.onPage !== null
    this.tellOnPage()
    this.notice.show(why)
    if (isOther || this.view.pieces.length === 0) {
      this.view.showInstead(plainText(this.page.document, this.body ?? ''))
    }
    this.tell('standing still')
  }

  private tellOnPage(): void {
    this.onPage?.('other')
    this.onPage = null
  }

  private buildRest(): void {
    this.stopWork()
    this.stopWork = runWhenIdle(() => {
      if (!this.view.isBuilt) this.view.buildMore()
      if (!this.view.isBuilt) return 'more'
      this.tellIfWhole()
      return 'done'
    })
  }

  private tellIfWhole(): void {
    if (this.client.isUpToDate && this.view.isBuilt) this.tell('whole')
  }

  private tell(outcome: 'whole' | 'standing still'): void {
    const waiting = this.waiting
    this.waiting = []
    for (const resolve of waiting) resolve(outcome)
  }
}
