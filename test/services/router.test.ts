import { describe, expect, test } from 'vitest'
import type { LogEntry } from '#services/ports'
import { createRouter } from '#services/router'
import { calls, type Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import { createHarness } from '../helpers/service-harness'

const unused = async () => {
  throw new Error('not asked for')
}
const noHandlers = Object.fromEntries(Object.keys(calls).map((name) => [name, unused])) as unknown as Handlers

function routerWith(handlers: Partial<Handlers>) {
  const logged: LogEntry[] = []
  return { logged, route: createRouter({ ...noHandlers, ...handlers }, (entry) => void logged.push(entry)) }
}

const hostileGetter = {
  get name(): string {
    throw new Error('never look')
  },
}
const malformed: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'posts.list'],
  ['a number', 7],
  ['a list', ['posts.list', {}]],
  ['no name', { params: {} }],
  ['a name that is no text', { name: 7, params: {} }],
  ['a name of endless length', { name: 'x'.repeat(10_000), params: {} }],
  ['a name outside the table', { name: 'posts.explode', params: {} }],
  ['a name of every object', { name: '__proto__', params: {} }],
  ['a method of every object', { name: 'constructor', params: {} }],
  ['no parameters', { name: 'posts.list' }],
  ['parameters that are null', { name: 'posts.list', params: null }],
  ['parameters that are a list', { name: 'posts.list', params: [] }],
  ['a blog that is no id', { name: 'posts.list', params: { blog: '../../etc' } }],
  ['a path that leaves the blog', { name: 'posts.read', params: { blog: 'abcdefgh', path: '../x.md' } }],
  ['an absolute path', { name: 'posts.read', params: { blog: 'abcdefgh', path: '/etc/passwd' } }],
  ['a path into .git', { name: 'posts.read', params: { blog: 'abcdefgh', path: '.GIT/config' } }],
  ['a path with a NUL', { name: 'posts.read', params: { blog: 'abcdefgh', path: 'a\0.md' } }],
]

describe('a malformed message', () => {
  test.each(malformed)('with %s is an invalid request and reaches no handler', async (_name, message) => {
    const { route, logged } = routerWith({})
    expect(await route(message)).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    expect(logged).toEqual([])
  })

  test('whose getter throws is answered all the same', async () => {
    const { route } = routerWith({})
    expect(await route(hostileGetter)).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})

describe('every call of the contract', () => {
  test.each(Object.keys(calls))(
    '%s has a handler and rejects parameters outside its schema',
    async (name) => {
      const harness = await createHarness()
      const route = createRouter(harness.services.handlers, harness.ports.log)
      expect(await route({ name, params: 'no parameters' })).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
    },
  )
})

describe('an answer', () => {
  const describeApp = { name: 'app.describe', params: {} }
  const app = {
    version: '1',
    platform: 'linux',
    canPickFolder: false,
    canSaveFile: false,
    homeFolder: '/home/ada',
  }

  test('carries the result', async () => {
    const { route } = routerWith({ 'app.describe': async () => app })
    expect(await route(describeApp)).toEqual({ ok: true, value: app })
  })

  test('carries a failure with its code and words', async () => {
    const { route } = routerWith({
      'app.describe': async () => fail('locked', 'Wait a moment.', 'index.lock'),
    })
    const error = { code: 'locked', message: 'Wait a moment.', detail: 'index.lock' }
    expect(await route(describeApp)).toEqual({ ok: false, error })
  })

  test('to a throw is internal, without the words of the throw, and logged', async () => {
    const fault = new Error('secret path /home/ada')
    const { route, logged } = routerWith({
      'app.describe': async () => {
        throw fault
      },
    })
    const reply = await route(describeApp)
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(logged).toMatchObject([{ level: 'error', error: fault }])
  })

  test('that does not fit the table is internal and logged', async () => {
    const { route, logged } = routerWith({ 'app.describe': async () => ({ ...app, version: 7 as never }) })
    expect(await route(describeApp)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(logged).toHaveLength(1)
  })
})
