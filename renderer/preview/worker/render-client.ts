import type { Unit } from '#shared/markdown/incremental'
import type { TemplateValues } from '#shared/markdown/templates/document-renderer'
import { differenceBetween } from '#shared/text/smallest-change'
import type { TextChange } from '#shared/text/text-change'
import { AnswerClock } from './answer-clock'
import type { RenderReply, RenderRequest, UnitPatch } from './messages'
import type { RenderSetup } from './open-renderer'
import { retryDelayMs } from './retry-delay'

/** Why the preview stands still: the worker gave no answer in time, or it broke. */
export type StandStill = { readonly kind: 'slow' } | { readonly kind: 'broken'; readonly message: string }

/** What becomes of a text that is rendered. */
export type RenderListener = {
  /** About the first screen of a text that is being opened. */
  onBeginning(units: readonly Unit[]): void
  /** The whole text, after it was opened. */
  onUnits(units: readonly Unit[]): void
  /** What an edit changed; `units` are all of them after it. */
  onPatch(patch: UnitPatch, units: readonly Unit[]): void
  /** Rendering was cut off. It begins again after the next edit, later each time. */
  onStandStill(why: StandStill): void
}

/** What the client needs of a worker. */
export type RenderPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** A request that has been under way for so long is not waited for when another text is opened. */
const patienceMs = 300

/**
 * The interface's side of the conversation with the worker that renders Markdown. At most one request is under way; edits made meanwhile go
 * together into the next. A worker that gives no sign of life is ended, and another one begins anew after a further edit.
 */
export class RenderClient {
  private worker: RenderPort | null = null
  private id = 0
  private setup: RenderSetup | null = null
  private body = ''
  /** The text that the worker has, or will have after the request under way. */
  private sentBody = ''
  /** Changes that lead from `sentBody` to `body`; null when they are to be found by comparing. */
  private unsent: readonly TextChange[] | null = []
  private units: Unit[] = []
  /** What of the templates' values the worker has not been told. */
  private unsentTemplates: 'none' | 'page' | 'all' = 'none'
  private isReady = false
  private isBusy = false
  /** Whether the worker may still be at something else than the request. */
  private mayBeKept = false
  private hasShown = false
  private failures = 0
  private pausedUntil = 0
  private nextTimer: ReturnType<typeof setTimeout> | null = null
  private readonly clock = new AnswerClock(() => this.giveUp())

  constructor(
    private readonly createWorker: () => RenderPort,
    private readonly listener: RenderListener,
  ) {}

  /** Renders another text, or the same in another way. `beginningFirst`: the page shows nothing of it yet. */
  open(setup: RenderSetup, body: string, { beginningFirst }: { readonly beginningFirst: boolean }): void {
    this.setup = setup
    this.body = body
    this.failures = 0
    if (beginningFirst) this.hasShown = false
    if (this.isBusy && this.clock.elapsedMs > patienceMs) this.endWorker()
    this.sendOpen()
  }

  /** Follows an edit: `changes` lead from the text as it was told last to `body`. */
  edit(changes: readonly TextChange[], body: string): void {
    const isFirst = this.unsent?.length === 0
    this.body = body
    this.unsent = isFirst ? changes : null
    if (this.isStandingStill) this.sendLater(retryDelayMs(this.failures))
    else if (!this.isBusy) this.sendNext()
  }

  /** Follows what template tags in the text refer to. */
  setTemplates(templates: TemplateValues): void {
    if (this.setup === null) return
    const isSameSite = this.setup.templates?.context === templates.context
    this.setup = { ...this.setup, templates }
    if (!isSameSite) this.unsentTemplates = 'all'
    else if (this.unsentTemplates === 'none') this.unsentTemplates = 'page'
    if (!this.isStandingStill && !this.isBusy) this.sendNext()
  }

  /** Asks for nothing more for a while: the page is slow to follow. */
  pause(ms: number): void {
    this.pausedUntil = performance.now() + ms
  }

  /** Begins again at once after a standstill. */
  tryAgain(): void {
    if (this.isStandingStill) this.sendOpen()
  }

  /** Whether the last text that was told is the one that was answered. */
  get isUpToDate(): boolean {
    const isAllSent = this.body === this.sentBody && this.unsentTemplates === 'none'
    return !this.isBusy && this.failures === 0 && isAllSent
  }

  dispose(): void {
    this.cancelNext()
    this.endWorker()
  }

  private get isStandingStill(): boolean {
    return this.worker === null && this.failures > 0
  }

  private sendOpen(): void {
    if (this.setup === null) return
    this.cancelNext()
    this.id++
    this.units = []
    this.unsentTemplates = 'none'
    this.send({
      kind: 'open',
      id: this.id,
      setup: this.setup,
      body: this.body,
      beginningFirst: !this.hasShown,
    })
  }

  private sendNext(): void {
    this.cancelNext()
    if (this.isBusy) return
    if (this.unsentTemplates !== 'none') this.sendTemplates()
    else if (this.body !== this.sentBody) this.sendEdit()
  }

  private sendEdit(): void {
    const waitMs = this.pausedUntil - performance.now()
    if (waitMs > 0) {
      this.sendLater(waitMs)
      return
    }
    const difference = this.unsent === null ? differenceBetween(this.sentBody, this.body) : null
    const changes = this.unsent ?? (difference ? [difference] : [])
    this.send({ kind: 'edit', id: this.id, changes, length: this.body.length })
  }

  private sendTemplates(): void {
    const templates = this.setup?.templates
    const context = this.unsentTemplates === 'all' ? (templates?.context ?? null) : null
    this.unsentTemplates = 'none'
    this.post({ kind: 'templates', id: this.id, page: templates?.page ?? {}, context })
  }

  private send(request: RenderRequest): void {
    this.sentBody = this.body
    this.unsent = []
    this.post(request)
  }

  private post(request: RenderRequest): void {
    this.isBusy = true
    this.mayBeKept = request.kind === 'open' && this.isReady
    this.clock.start(request.kind === 'open' ? 'open' : 'edit', this.isReady)
    this.worker ??= this.startWorker()
    this.worker.postMessage(request)
  }

  private startWorker(): RenderPort {
    const worker = this.createWorker()
    worker.onmessage = ({ data }: MessageEvent<RenderReply>) => {
      if (worker === this.worker) this.receive(data)
    }
    worker.onerror = (event) => {
      const message = event instanceof ErrorEvent ? event.message : ''
      if (worker === this.worker) this.standStill({ kind: 'broken', message })
    }
    return worker
  }

  private receive(reply: RenderReply): void {
    if (reply.kind === 'ready') {
      this.isReady = true
      this.clock.workerIsReady()
      return
    }
    if (reply.id !== this.id) return
    this.mayBeKept = false
    switch (reply.kind) {
      case 'working':
        this.clock.signOfLife()
        return
      case 'beginning':
        this.clock.signOfLife()
        this.listener.onBeginning(reply.units)
        return
      case 'units':
        this.units.push(...reply.units)
        if (!reply.isLast) return
        this.settle()
        this.listener.onUnits(this.units)
        break
      case 'patch':
        this.settle()
        this.units = patchedUnits(this.units, reply.patch)
        this.listener.onPatch(reply.patch, this.units)
        break
      case 'failed':
        this.standStill({ kind: 'broken', message: reply.message })
        return
    }
    this.sendNext()
  }

  private settle(): void {
    this.isBusy = false
    this.hasShown = true
    this.failures = 0
    this.clock.answered()
  }

  /** No answer came in time. A worker still at what it was asked for another text is ended without a word: that is not this one's fault. */
  private giveUp(): void {
    if (!this.mayBeKept) {
      this.standStill({ kind: 'slow' })
      return
    }
    this.endWorker()
    this.sendOpen()
  }

  private standStill(why: StandStill): void {
    this.endWorker()
    this.failures++
    this.listener.onStandStill(why)
    if (this.body !== this.sentBody) this.sendLater(retryDelayMs(this.failures))
  }

  private sendLater(ms: number): void {
    this.cancelNext()
    this.nextTimer = setTimeout(() => {
      if (this.isStandingStill) this.sendOpen()
      else this.sendNext()
    }, ms)
  }

  private cancelNext(): void {
    if (this.nextTimer !== null) clearTimeout(this.nextTimer)
    this.nextTimer = null
  }

  private endWorker(): void {
    this.clock.stop()
    this.worker?.terminate()
    this.worker = null
    this.isReady = false
    this.isBusy = false
  }
}

function patchedUnits(units: readonly Unit[], { from, removed, added, changed }: UnitPatch): Unit[] {
  const patched = units.toSpliced(from, removed, ...added)
  for (const [index, unit] of changed) patched[index] = unit
  return patched
}
