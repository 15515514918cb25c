import type { Patch, Unit } from '#shared/markdown/incremental'
import type { DocumentRenderer } from '#shared/markdown/templates/document-renderer'
import { emptyTemplateContext, type TemplateContext } from '#shared/markdown/templates/template-context'
import { applyTextChanges } from '#shared/text/text-change'
import type { RenderReply, RenderRequest } from './messages'
import { openRenderer, type RenderSetup } from './open-renderer'

/** A text up to this length is rendered without showing its beginning first. */
const shortLength = 48_000

/** About this much is a beginning: more than fits into the frame. */
const beginningLength = 12_000

/** How long a slice of opening takes before messages are looked at. */
const sliceMs = 40

/** So many units go into one message: more would hold up the interface when it reads them. */
const unitsPerMessage = 1500

type Open = Extract<RenderRequest, { kind: 'open' }>
type Edit = Extract<RenderRequest, { kind: 'edit' }>
type Templates = Extract<RenderRequest, { kind: 'templates' }>

/**
 * The worker's side of the conversation: keeps one text rendered and answers every request. `rest` resolves when messages that came meanwhile
 * have been handed over.
 */
export class RenderSession {
  private renderer: DocumentRenderer | null = null
  private context: TemplateContext = emptyTemplateContext
  private id = 0

  constructor(
    private readonly reply: (reply: RenderReply) => void,
    private readonly rest: () => Promise<void>,
  ) {}

  /** Answers a request. A text opened meanwhile ends the opening of the one before. */
  async handle(request: RenderRequest): Promise<void> {
    this.id = request.id
    try {
      if (request.kind === 'open') await this.open(request)
      else if (request.kind === 'edit') this.edit(request)
      else this.setTemplates(request)
    } catch (error) {
      this.renderer = null
      this.reply({
        kind: 'failed',
        id: request.id,
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }

  private async open({ id, setup, body, beginningFirst }: Open): Promise<void> {
    this.renderer = null
    this.context = setup.templates?.context ?? emptyTemplateContext
    this.reply({ kind: 'working', id })
    if (beginningFirst && body.length > shortLength) {
      this.reply({ kind: 'beginning', id, units: renderAtOnce(beginningOf(body), setup).units })
    }
    const opening = openRenderer(body, setup)
    for (;;) {
      const renderer = runFor(opening, sliceMs)
      if (renderer !== null) {
        this.renderer = renderer
        this.sendUnits(id, renderer.units)
        return
      }
      this.reply({ kind: 'working', id })
      await this.rest()
      if (this.id !== id) return
    }
  }

  private sendUnits(id: number, units: readonly Unit[]): void {
    for (let from = 0; from < units.length; from += unitsPerMessage) {
      const part = units.slice(from, from + unitsPerMessage)
      this.reply({ kind: 'units', id, units: part, isLast: from + unitsPerMessage >= units.length })
    }
  }

  private edit({ id, changes, length }: Edit): void {
    const { renderer } = this
    if (renderer === null) throw new Error('no text is open')
    const body = applyTextChanges(renderer.body, changes)
    if (body.length !== length) throw new Error(`the text has ${body.length} characters and not ${length}`)
    this.sendPatch(id, renderer, renderer.apply(changes, body))
  }

  private setTemplates({ id, page, context }: Templates): void {
    const { renderer } = this
    if (renderer === null) throw new Error('no text is open')
    if (context !== null) this.context = context
    this.sendPatch(id, renderer, renderer.setValues({ context: this.context, page }))
  }

  private sendPatch(id: number, renderer: DocumentRenderer, { from, removed, added, changed }: Patch): void {
    const changedUnits = changed.flatMap((index) => {
      const unit = renderer.units[index]
      return unit === undefined ? [] : [[index, unit] as const]
    })
    this.reply({ kind: 'patch', id, patch: { from, removed, added, changed: changedUnits } })
  }
}

function beginningOf(body: string): string {
  const blankLine = body.lastIndexOf('\n\n', beginningLength)
  return body.slice(0, blankLine > 0 ? blankLine : beginningLength)
}

/** Runs `opening` until it is done or `limitMs` have passed; null when there is more to do. */
function runFor<Result>(opening: Generator<undefined, Result>, limitMs: number): Result | null {
  const until = performance.now() + limitMs
  do {
    const step = opening.next()
    if (step.done) return step.value
  } while (performance.now() < until)
  return null
}

function renderAtOnce(body: string, setup: RenderSetup): DocumentRenderer {
  const opening = openRenderer(body, setup)
  for (;;) {
    const renderer = runFor(opening, Number.POSITIVE_INFINITY)
    if (renderer !== null) return renderer
  }
}
