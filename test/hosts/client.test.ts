import { describe, expect, test } from 'vitest'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { Transport } from '#shared/contract/transport'
import { createClient } from '../../renderer/client/client'
import { createElectronTransport } from '../../renderer/client/electron-transport'

/** A client whose host answers everything with `answer`, and the way to send it events. */
function clientThatHears(answer: () => unknown) {
  let tell: (event: unknown) => void = () => undefined
  const transport: Transport = {
    host: 'web',
    request: async () => answer(),
    startFolder: async () => null,
    onConnection: () => () => undefined,
    onEvent(listener) {
      tell = listener
      return () => undefined
    },
    assetBase: '/asset/key',
  }
  return { client: createClient(transport), tell: (event: unknown) => tell(event) }
}

describe('a call', () => {
  test('gives the value of a reply', async () => {
    const { client } = clientThatHears(() => ({ ok: true, value: [] }))
    expect(await client.call('blogs.listRecent', {})).toEqual([])
  })

  test('throws the failure of a reply, with its code and detail', async () => {
    const error = { code: 'git-failed', message: 'Git could not.', detail: 'fatal: no' }
    const { client } = clientThatHears(() => ({ ok: false, error }))
    const failure = await client.call('blogs.listRecent', {}).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(FailureError)
    expect(failure).toMatchObject(error)
  })

  test.each([
    null,
    'ok',
    {},
    { ok: 'yes' },
    { ok: false, error: 'broken' },
    { ok: false, error: { code: 'no-such-code', message: '' } },
  ])('believes no reply that is none: %j', async (answer) => {
    const { client } = clientThatHears(() => answer)
    await expect(client.call('blogs.listRecent', {})).rejects.toMatchObject({ code: 'internal' })
  })

  test('that the host does not answer is disconnected', async () => {
    const { client } = clientThatHears(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(client.call('blogs.listRecent', {})).rejects.toMatchObject({
      name: 'FailureError',
      code: 'disconnected',
      detail: 'Failed to fetch',
    })
  })
})

describe('an event', () => {
  test('reaches the listeners of its name until they leave', () => {
    const { client, tell } = clientThatHears(() => null)
    const heard: string[] = []
    const stop = client.on('menu.chosen', ({ action }) => heard.push(action))
    client.on('blogs.openRequested', ({ folder }) => heard.push(folder))
    tell({ name: 'menu.chosen', payload: { action: 'post.save' } })
    stop()
    tell({ name: 'menu.chosen', payload: { action: 'post.save' } })
    tell({ name: 'blogs.openRequested', payload: { folder: '/blog' } })
    expect(heard).toEqual(['post.save', '/blog'])
  })

  test('that is none is dropped', () => {
    const { client, tell } = clientThatHears(() => null)
    const heard: unknown[] = []
    client.on('menu.chosen', (payload) => heard.push(payload))
    for (const event of [
      null,
      'menu.chosen',
      { name: 'menu.chosen' },
      { name: 'menu.chosen', payload: 5 },
      { name: 5, payload: {} },
      { name: 'constructor', payload: {} },
      { name: 'no.such', payload: {} },
    ])
      tell(event)
    expect(heard).toEqual([])
  })
})

test('the address of a file has each of its parts encoded', () => {
  const { client } = clientThatHears(() => null)
  expect(client.assetUrl('abcdefgh' as BlogId, 'posts/a b.md' as PostPath, '../img/ü?.png')).toBe(
    '/asset/key/abcdefgh/posts%2Fa%20b.md/..%2Fimg%2F%C3%BC%3F.png',
  )
})

test('the folder to open stands in the address of an Electron window', async () => {
  const bridge = { request: async () => null, onEvent: () => () => undefined, platform: 'linux' }
  const startFolderOf = (address: string) => createElectronTransport(bridge, new URL(address)).startFolder()
  expect(await startFolderOf('app://galley/index.html')).toBeNull()
  expect(await startFolderOf('app://galley/index.html#open=%2Fhome%2Fada%2Fmy+blog%23')).toBe(
    '/home/ada/my blog#',
  )
})
