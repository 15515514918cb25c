import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Unit } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { emptyTemplateContext } from '#shared/markdown/templates/template-context'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import type { RenderReply, RenderRequest } from '../../../../renderer/preview/worker/messages'
import {
  RenderClient,
  type RenderPort,
  type StandStill,
} from '../../../../renderer/preview/worker/render-client'
import { RenderSession } from '../../../../renderer/preview/worker/render-session'

const setup = { markdown: 'cmark-gfm' } as const

/** A port to a real session that hands messages over when the test says so, and can fall silent as a worker that is kept busy does. */
class SteeredPort implements RenderPort {
  onmessage: RenderPort['onmessage'] = null
  onerror: RenderPort['onerror'] = null
  isTerminated = false
  isSilent = false
  readonly requests: RenderRequest[] = []
  private readonly session = new RenderSession(
    (reply) => this.send(reply),
    async () => {},
  )

  postMessage(request: RenderRequest): void {
    this.requests.push(structuredClone(request))
  }

  terminate(): void {
    this.isTerminated = true
  }

  /** Answers everything asked so far. */
  async answer(): Promise<void> {
    if (this.requests.length > 0 && !this.isReady) this.send({ kind: 'ready' })
    this.isReady = true
    for (const request of this.requests.slice(this.answered)) {
      this.answered++
      await this.session.handle(request)
    }
  }

  send(reply: RenderReply): void {
    if (this.isSilent || this.isTerminated) return
    this.onmessage?.call(this as unknown as Worker, { data: structuredClone(reply) } as MessageEvent)
  }

  private answered = 0
  private isReady = false
}

function startClient() {
  const ports: SteeredPort[] = []
  const shown: { units: readonly Unit[]; html: string; standStills: StandStill[] } = {
    units: [],
    html: '',
    standStills: [],
  }
  const show = (units: readonly Unit[]): void => {
    shown.units = units
    shown.html = units.map(({ html }) => html).join('')
  }
  const client = new RenderClient(
    () => {
      const port = new SteeredPort()
      ports.push(port)
      return port
    },
    {
      onBeginning: show,
      onUnits: show,
      onPatch: (_patch, units) => show(units),
      onStandStill: (why) => shown.standStills.push(why),
    },
  )
  let body = ''
  return {
    client,
    ports,
    shown,
    open(text: string, options = { beginningFirst: true }): void {
      body = text
      client.open(setup, text, options)
    },
    edit(change: TextChange): string {
      body = applyTextChanges(body, [change])
      client.edit([change], body)
      return body
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('edits', () => {
  test('are answered one at a time; those made meanwhile go together', async () => {
    const { open, edit, shown, client, ports } = startClient()
    open('one two')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    edit({ from: 1, to: 1, insert: 'b' })
    edit({ from: 9, to: 9, insert: '!' })
    const body = edit({ from: 3, to: 3, insert: '*' })
    const [port] = ports
    expect(port?.requests.map(({ kind }) => kind)).toEqual(['open', 'edit'])
    await port?.answer()
    expect(port?.requests.map(({ kind }) => kind)).toEqual(['open', 'edit', 'edit'])
    await port?.answer()
    expect(shown.html).toBe(renderBody(body, 'cmark-gfm'))
    expect(client.isUpToDate).toBe(true)
  })

  test('made while a text is opened are not lost', async () => {
    const { open, edit, shown, ports } = startClient()
    open('one')
    const body = edit({ from: 3, to: 3, insert: ' *two*' })
    await ports[0]?.answer()
    await ports[0]?.answer()
    expect(shown.html).toBe(renderBody(body, 'cmark-gfm'))
  })

  test('of the front matter reach the tags in a text, each once, and without the site again', async () => {
    const { client, shown, ports } = startClient()
    const context = { ...emptyTemplateContext, site: { title: 'Shed' } }
    const body = '{{ page.title }} of {{ site.title }}'
    client.open({ markdown: 'jekyll' }, body, { beginningFirst: true })
    client.setTemplates({ page: { title: 'One' }, context })
    await ports[0]?.answer()
    expect(client.isUpToDate).toBe(false)
    await ports[0]?.answer()
    expect(shown.html).toContain('<p>One of Shed</p>')
    client.setTemplates({ page: { title: 'Two' }, context })
    await ports[0]?.answer()
    expect(shown.html).toContain('<p>Two of Shed</p>')
    expect(client.isUpToDate).toBe(true)
    const told = ports[0]?.requests.filter(({ kind }) => kind === 'templates')
    expect(told).toMatchObject([{ context }, { context: null }])
  })

  test('that undo each other while one is under way ask for nothing', async () => {
    const { open, edit, client, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    edit({ from: 0, to: 0, insert: 'b' })
    edit({ from: 0, to: 1, insert: '' })
    await ports[0]?.answer()
    expect(ports[0]?.requests).toHaveLength(2)
    expect(client.isUpToDate).toBe(true)
  })

  test('wait while the page is slow to follow', async () => {
    const { open, edit, client, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    client.pause(500)
    edit({ from: 0, to: 0, insert: 'a' })
    edit({ from: 0, to: 0, insert: 'b' })
    await vi.advanceTimersByTimeAsync(499)
    expect(ports[0]?.requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(ports[0]?.requests).toHaveLength(2)
  })

  test('of another text are of no interest any more', async () => {
    const { open, edit, shown, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    open('other')
    await ports[0]?.answer()
    expect(shown.html).toBe('<p>other</p>\n')
  })
})

describe('a worker that does not answer', () => {
  test('is ended after a while, and a further edit begins anew in another one', async () => {
    const { open, edit, shown, client, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    await vi.advanceTimersByTimeAsync(2900)
    expect(ports[0]?.isTerminated).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(ports[0]?.isTerminated).toBe(true)
    expect(shown.standStills).toEqual([{ kind: 'slow' }])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ports).toHaveLength(1)
    const body = edit({ from: 0, to: 0, insert: '*b* ' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(ports).toHaveLength(2)
    expect(ports[1]?.requests).toMatchObject([{ kind: 'open', body, beginningFirst: false }])
    await ports[1]?.answer()
    expect(shown.html).toBe(renderBody(body, 'cmark-gfm'))
    expect(client.isUpToDate).toBe(true)
  })

  test('is tried again later each time, and edits put that off', async () => {
    const { open, edit, shown, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    await vi.advanceTimersByTimeAsync(3000)
    for (const waitMs of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      const workers = ports.length
      edit({ from: 0, to: 0, insert: 'a' })
      await vi.advanceTimersByTimeAsync(waitMs / 2)
      edit({ from: 0, to: 0, insert: 'a' })
      await vi.advanceTimersByTimeAsync(waitMs - 1)
      expect(ports).toHaveLength(workers)
      await vi.advanceTimersByTimeAsync(1)
      expect(ports).toHaveLength(workers + 1)
      ports.at(-1)?.send({ kind: 'ready' })
      await vi.advanceTimersByTimeAsync(3000)
      expect(ports.at(-1)?.isTerminated).toBe(true)
    }
    expect(shown.standStills).toHaveLength(8)
  })

  test('is tried again at once when the writer asks for it', async () => {
    const { open, edit, client, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    client.tryAgain()
    expect(ports).toHaveLength(1)
    edit({ from: 0, to: 0, insert: 'a' })
    await vi.advanceTimersByTimeAsync(3000)
    client.tryAgain()
    expect(ports).toHaveLength(2)
  })

  test('has time to open a long text as long as it gives signs of life, but not for ever', async () => {
    const { open, shown, ports } = startClient()
    open('long')
    ports[0]?.send({ kind: 'ready' })
    for (let second = 0; second < 14; second++) {
      ports[0]?.send({ kind: 'working', id: 1 })
      await vi.advanceTimersByTimeAsync(2000)
    }
    expect(ports[0]?.isTerminated).toBe(false)
    ports[0]?.send({ kind: 'working', id: 1 })
    await vi.advanceTimersByTimeAsync(2500)
    expect(ports[0]?.isTerminated).toBe(true)
    expect(shown.standStills).toEqual([{ kind: 'slow' }])
  })

  test('has time to load its script', async () => {
    const { open, ports } = startClient()
    open('one')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(ports[0]?.isTerminated).toBe(false)
  })

  test('does not stand in the way of another text', async () => {
    const { open, edit, shown, ports } = startClient()
    open('one')
    await ports[0]?.answer()
    edit({ from: 0, to: 0, insert: 'a' })
    await vi.advanceTimersByTimeAsync(1000)
    open('other')
    expect(ports[0]?.isTerminated).toBe(true)
    await ports[1]?.answer()
    expect(shown.html).toBe('<p>other</p>\n')
    edit({ from: 0, to: 0, insert: 'a' })
    await vi.advanceTimersByTimeAsync(100)
    open('third')
    await vi.advanceTimersByTimeAsync(3000)
    expect(shown.standStills).toEqual([])
    await ports[2]?.answer()
    expect(shown.html).toBe('<p>third</p>\n')
  })
})

test('a worker that breaks is told of with its own words', async () => {
  const { open, edit, shown, client, ports } = startClient()
  open('abc')
  await ports[0]?.answer()
  client.edit([{ from: 0, to: 1, insert: '' }], 'abcd')
  await ports[0]?.answer()
  expect(shown.standStills).toEqual([{ kind: 'broken', message: 'the text has 2 characters and not 4' }])
  edit({ from: 3, to: 3, insert: 'd' })
  await vi.advanceTimersByTimeAsync(1000)
  await ports[1]?.answer()
  expect(shown.html).toBe('<p>abcd</p>\n')
})
