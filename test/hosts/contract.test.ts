import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BlogId } from '#shared/contract/blog'
import { type CallName, type CallParams, calls } from '#shared/contract/calls'
import type { EventName, EventPayload } from '#shared/contract/events'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { repositoryAt, testIdentity, writeFiles } from '../helpers/git-repository'
import {
  type HostOptions,
  type HostUnderTest,
  openInProcess,
  openOnElectron,
  openOnWeb,
} from '../helpers/host-under-test'
import { buildProbe, type Probe } from '../helpers/probe/build'
import { folderForFile } from '../helpers/test-folder'
import { serveLine, writeHandRolledSite } from '../services/site-server/sites'

const path = PostPath.parse('posts/first.md')
const firstPost = '---\ntitle: First\nauthor: Ada\ndate: 2024-05-06\n---\n\nHello.\n'
const folder = await folderForFile()
let probe: Probe

beforeAll(async () => {
  probe = await buildProbe(join(folder, 'probe'))
})

/** A repository with one post and one commit. */
async function createBlog(name: string) {
  const root = join(folder, name)
  await mkdir(root)
  const repository = repositoryAt(root)
  await repository.git('init', '--quiet', '--initial-branch=main', '--template=')
  await repository.git('config', 'user.name', testIdentity.name)
  await repository.git('config', 'user.email', testIdentity.email)
  await writeFiles(root, { [path]: firstPost })
  await repository.git('add', '--all')
  await repository.git('commit', '--quiet', '--message=Begin')
  return repository
}

/** A blog whose own server runs and can be reached. */
async function openServedBlog(host: HostUnderTest, name: string): Promise<BlogId> {
  const root = join(folder, `${name}-served`)
  await writeHandRolledSite(root)
  const { id: blog } = await host.client.call('blogs.open', { folder: root })
  const request = { kind: 'typed', line: serveLine() } as const
  await host.client.call('siteServer.start', { blog, request, remember: false })
  await expect
    .poll(async () => (await host.client.call('siteServer.describe', { blog })).state.kind, {
      timeout: 10_000,
    })
    .toBe('ready')
  return blog
}

type Context = { readonly host: HostUnderTest; readonly blog: BlogId; readonly name: string }

/** Parameters that each call takes, made on a real blog. A call that is new in the contract does not compile without a row here. */
const validParams: {
  readonly [Name in CallName]: (context: Context) => Promise<CallParams<Name>> | CallParams<Name>
} = {
  'app.describe': () => ({}),
  'app.openExternal': () => ({ url: 'https://example.org/' }),
  'blogs.listRecent': () => ({}),
  'blogs.forgetRecent': () => ({ folder: join(folder, 'never-opened') }),
  'blogs.pickFolder': () => ({}),
  'blogs.browseFolder': () => ({ folder }),
  'blogs.open': ({ name }) => ({ folder: join(folder, name) }),
  'blogs.openSample': () => ({}),
  async 'blogs.initialiseGit'({ host, name }) {
    const plain = join(folder, `${name}-plain`)
    await mkdir(plain)
    return { blog: (await host.client.call('blogs.open', { folder: plain })).id }
  },
  'posts.list': ({ blog }) => ({ blog }),
  'posts.read': ({ blog }) => ({ blog, path }),
  async 'posts.write'({ host, blog }) {
    const { text, version } = await host.client.call('posts.read', { blog, path })
    return { blog, path, text: `${text}More.\n`, baseVersion: version }
  },
  'posts.describeCollection': ({ blog }) => ({ blog, path }),
  'posts.planNew': ({ blog }) => ({ blog, title: 'New', asDraft: true, slug: null, folder: null }),
  'posts.create': ({ blog, name }) => ({
    blog,
    path: PostPath.parse(`posts/new-${name}.md`),
    text: '# New\n',
  }),
  'site.understand': ({ blog }) => ({ blog }),
  'site.choose': ({ blog }) => ({ blog, choice: 'timeZone', value: 'Europe/Paris' }),
  'site.describeToReaders': ({ blog }) => ({ blog }),
  'site.describeExtras': ({ blog }) => ({ blog, flavour: 'hugo' }),
  'site.readTemplateContext': ({ blog }) => ({ blog }),
  'site.readPageFrame': ({ blog }) => ({ blog, path, samplePage: null }),
  'media.list': ({ blog }) => ({ blog, path }),
  'media.add': ({ blog }) => ({ blog, path, name: 'pixel.gif', base64: 'R0lGODlhAQABAAAAACw=' }),
  'recovery.keep': ({ blog }) => ({ blog, path, text: 'Unsaved', baseVersion: 'any' }),
  'recovery.read': ({ blog }) => ({ blog, path }),
  'recovery.discard': ({ blog }) => ({ blog, path }),
  'git.readStatus': ({ blog }) => ({ blog }),
  'git.readDiff': ({ blog }) => ({ blog, path }),
  'git.commit': ({ blog }) => ({ blog, paths: [path], message: 'Say more' }),
  'git.setIdentity': ({ blog }) => ({ blog, ...testIdentity }),
  async 'git.trust'({ host, name }) {
    const hostile = await createBlog(`${name}-hostile`)
    await hostile.git('config', 'core.fsmonitor', 'a-program')
    const { id } = await host.client.call('blogs.open', { folder: hostile.root })
    const status = await host.client.call('git.readStatus', { blog: id })
    if (status.kind !== 'untrusted') throw new Error(`A hostile repository is ${status.kind}`)
    return { blog: id, fingerprint: status.fingerprint }
  },
  'siteServer.describe': ({ blog }) => ({ blog }),
  // a program that ends at once, and harms nothing
  'siteServer.start': ({ blog }) => ({ blog, request: { kind: 'typed', line: 'true' }, remember: false }),
  async 'siteServer.findPage'({ host, name }) {
    return { blog: await openServedBlog(host, name), path: PostPath.parse('posts/tides.md') }
  },
  'siteServer.forget': ({ blog }) => ({ blog }),
  'siteServer.stop': ({ blog }) => ({ blog }),
  'exports.save': () => ({ kind: 'html', suggestedName: 'post.html', html: '<p>Text</p>' }),
  'preferences.read': () => ({}),
  'preferences.change': () => ({ theme: 'dark' }),
  'blogs.close': ({ blog }) => ({ blog }),
}

const names = Object.keys(validParams) as CallName[]

/** A harmless value for every field that any call takes: parameters in which then one field is made wrong. */
const sampleFields: Readonly<Record<string, unknown>> = {
  kind: 'html',
  samplePage: null,
  suggestedName: 'post.html',
  html: '<p>Text</p>',
  flavour: 'hugo',
  choice: 'timeZone',
  value: 'Europe/Paris',
  title: 'New',
  asDraft: false,
  slug: null,
  blog: 'abcdefgh12345678',
  path,
  paths: [path],
  folder: 'nowhere',
  url: 'https://example.org/',
  text: 'Text',
  baseVersion: 'any',
  message: 'Say more',
  ...testIdentity,
  fingerprint: 'any',
  base64: '',
  theme: 'dark',
  layout: {},
  panels: {},
  lastPost: {},
  request: { kind: 'remembered' },
  remember: false,
  preview: {},
}

function sampleParams(call: CallName): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(calls[call].params.shape).map((field) => [field, sampleFields[field]]),
  )
}

const fieldsOfCalls = names.flatMap((call) =>
  Object.keys(calls[call].params.shape).map((field) => [call, field] as const),
)

/** What is none of our requests: wrong shapes, unknown names, names that every object has. */
const malformed: readonly unknown[] = [
  null,
  42,
  'posts.list',
  [],
  {},
  { name: 5, params: {} },
  { name: 'no.such', params: {} },
  { name: '__proto__', params: {} },
  { name: 'constructor', params: {} },
  { name: 'x'.repeat(5000), params: {} },
  { name: ['posts.list'], params: {} },
]

const hosts: readonly (readonly [string, (options: HostOptions) => Promise<HostUnderTest>])[] = [
  ['in process', openInProcess],
  ['web', openOnWeb],
  ['electron', openOnElectron],
]

describe.each(hosts)('the contract %s', (hostName, open) => {
  const name = hostName.replace(' ', '-')
  let context: Context

  function nextEvent<Name extends EventName>(event: Name): Promise<EventPayload<Name>> {
    return new Promise((resolve) => {
      const stop = context.host.client.on(event, (payload) => {
        stop()
        resolve(payload)
      })
    })
  }

  beforeAll(async () => {
    const { root } = await createBlog(name)
    const host = await open({ probe, dataFolder: join(folder, `${name}-data`), openFolder: root })
    const blog = await host.client.call('blogs.open', { folder: root })
    context = { host, blog: blog.id, name }
  })

  afterAll(() => context.host.close())

  test('every call of the contract is asked for here', () => {
    expect(names.toSorted()).toEqual(Object.keys(calls).toSorted())
  })

  test('the folder of the command line reaches the interface', async () => {
    expect(await context.host.client.startFolder()).toBe(join(folder, name))
  })

  test.each(names)('%s refuses parameters of a wrong type', async (call) => {
    for (const params of [null, 42, 'text', []])
      expect(await context.host.request({ name: call, params })).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
  })

  test.each(fieldsOfCalls)('%s refuses a wrong %s', async (call, field) => {
    const params = sampleParams(call)
    expect(calls[call].params.safeParse(params).success).toBe(true)
    expect(await context.host.request({ name: call, params: { ...params, [field]: 0.5 } })).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    })
  })

  test('what is no request is refused, and the host goes on', async () => {
    for (const message of malformed)
      expect(await context.host.request(message), JSON.stringify(message)).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
    expect(await context.host.client.call('app.describe', {})).toHaveProperty('version')
  })

  test('a change of preferences is told', async () => {
    const told = nextEvent('preferences.changed')
    await context.host.client.call('preferences.change', { theme: 'light' })
    expect((await told).theme).toBe('light')
  })

  test('a file that somebody else writes is told', async () => {
    const told = nextEvent('posts.changed')
    await writeFile(join(folder, name, 'posts', 'second.md'), firstPost)
    expect((await told).blog).toBe(context.blog)
  })

  // last, because these end with the blog being closed
  test.each(names)('%s gives what its schema says', async (call) => {
    const params = await validParams[call](context)
    if ((call === 'blogs.pickFolder' || call === 'exports.save') && hostName !== 'electron') {
      const failure = await context.host.client.call(call, params as never).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(FailureError)
      expect(failure).toHaveProperty('code', 'unsupported')
      return
    }
    const value = await context.host.client.call(call, params as never)
    expect(calls[call].result.parse(value)).toEqual(value)
  })
})
