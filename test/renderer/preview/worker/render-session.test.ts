import { describe, expect, test } from 'vitest'
import type { Unit } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { emptyTemplateContext } from '#shared/markdown/templates/template-context'
import type { RenderReply, RenderRequest } from '../../../../renderer/preview/worker/messages'
import { RenderSession } from '../../../../renderer/preview/worker/render-session'

const setup = { markdown: 'cmark-gfm' } as const
const open = (body: string, id = 1, beginningFirst = true): RenderRequest => ({
  kind: 'open',
  id,
  setup,
  body,
  beginningFirst,
})
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index} with *some* words in it.\n\n`).join('')

/** A session, what it has answered, and a way to do something whenever it looks for messages. */
function startSession(onRest: () => void = () => {}) {
  const replies: RenderReply[] = []
  const session = new RenderSession(
    (reply) => replies.push(structuredClone(reply)),
    async () => onRest(),
  )
  return { session, replies }
}

const unitsOf = (replies: readonly RenderReply[]): readonly Unit[] =>
  replies.flatMap((reply) => (reply.kind === 'units' ? reply.units : []))
const htmlOf = (units: readonly Unit[]): string => units.map(({ html }) => html).join('')
const kindsOf = (replies: readonly RenderReply[]): readonly string[] => replies.map(({ kind }) => kind)

describe('the worker', () => {
  test('answers a short text with its units', async () => {
    const { session, replies } = startSession()
    await session.handle(open('# A\n\nb'))
    expect(new Set(kindsOf(replies))).toEqual(new Set(['working', 'units']))
    expect(htmlOf(unitsOf(replies))).toBe(renderBody('# A\n\nb', 'cmark-gfm'))
  })

  test('answers a long text with its beginning first, then with the whole in parts', async () => {
    const { session, replies } = startSession()
    const body = paragraphs(4000)
    await session.handle(open(body))
    const beginning = replies.find((reply) => reply.kind === 'beginning')
    expect(beginning?.units.length).toBeGreaterThan(100)
    expect(beginning?.units.length).toBeLessThan(600)
    expect(kindsOf(replies).indexOf('beginning')).toBeLessThan(kindsOf(replies).indexOf('units'))
    const parts = replies.filter((reply) => reply.kind === 'units')
    expect(parts.map(({ isLast }) => isLast)).toEqual([false, false, true])
    expect(htmlOf(unitsOf(replies))).toBe(renderBody(body, 'cmark-gfm'))
  })

  test('follows what template tags refer to, and keeps the site from one front matter to the next', async () => {
    const { session, replies } = startSession()
    const body = 'Hi {{ page.title }} of {{ site.title }}.'
    const templates = {
      page: { title: 'One' },
      context: { ...emptyTemplateContext, site: { title: 'Shed' } },
    }
    await session.handle({ ...open(body), setup: { markdown: 'jekyll', templates } } as RenderRequest)
    expect(htmlOf(unitsOf(replies))).toContain('<p>Hi One of Shed.</p>')
    await session.handle({ kind: 'templates', id: 1, page: { title: 'Two' }, context: null })
    const reply = replies.at(-1)
    const html = reply?.kind === 'patch' ? htmlOf(reply.patch.added) : ''
    expect(html).toContain('<p>Hi Two of Shed.</p>')
  })

  test('leaves tags as they are written until it is told of the site', async () => {
    const { session, replies } = startSession()
    await session.handle({ ...open('{{ page.title }}'), setup: { markdown: 'jekyll' } } as RenderRequest)
    expect(htmlOf(unitsOf(replies))).toContain('{{ page.title }}')
  })

  test('leaves the beginning out where the page shows the text already', async () => {
    const { session, replies } = startSession()
    await session.handle(open(paragraphs(4000), 1, false))
    expect(kindsOf(replies)).not.toContain('beginning')
  })

  test('a text opened meanwhile ends the opening of the one before', async () => {
    let isFirstRest = true
    const { session, replies } = startSession(() => {
      if (isFirstRest) void session.handle(open('other', 2))
      isFirstRest = false
    })
    await session.handle(open(paragraphs(30_000)))
    expect(isFirstRest).toBe(false)
    expect(replies.filter((reply) => reply.kind === 'units').map(({ id }) => id)).toEqual([2])
    await session.handle({ kind: 'edit', id: 2, changes: [{ from: 0, to: 0, insert: 'an' }], length: 7 })
    expect(replies.at(-1)).toMatchObject({ kind: 'patch', id: 2, patch: { from: 0, removed: 1 } })
  })

  test('answers an edit with what it changed, wherever that is', async () => {
    const { session, replies } = startSession()
    const body = 'one [a]\n\ntwo\n\n[a]: /x\n'
    await session.handle(open(body))
    await session.handle({
      kind: 'edit',
      id: 1,
      changes: [{ from: 20, to: 21, insert: 'y' }],
      length: body.length,
    })
    const reply = replies.at(-1)
    expect(reply).toMatchObject({ kind: 'patch', id: 1, patch: { from: 2, removed: 1 } })
    expect(reply?.kind === 'patch' && reply.patch.changed.map(([index, { html }]) => [index, html])).toEqual([
      [0, '<p>one <a href="/y">a</a></p>\n'],
    ])
  })

  test('says so when an edit does not lead to the text that it is said to lead to', async () => {
    const { session, replies } = startSession()
    await session.handle(open('abc'))
    await session.handle({ kind: 'edit', id: 1, changes: [{ from: 0, to: 1, insert: '' }], length: 3 })
    expect(replies.at(-1)).toMatchObject({
      kind: 'failed',
      id: 1,
      message: 'the text has 2 characters and not 3',
    })
  })
})
