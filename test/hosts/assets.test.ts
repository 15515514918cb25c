import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { BlogId } from '#shared/contract/blog'
import { PostPath } from '#shared/contract/post-path'
import { createClient } from '../../renderer/client/client'
import { connectWeb } from '../../renderer/client/web-transport'
import { createRepository } from '../helpers/git-repository'
import { quietPorts, socketFromPage } from '../helpers/host-under-test'
import { chromiumOptions } from '../helpers/launch-chromium'
import { repositoryFile } from '../helpers/repository-root'
import { createTemporaryFolder } from '../helpers/temporary-folder'
import { startTestServer, type TestServer } from '../helpers/web-host'

const post = PostPath.parse('posts/first.md')
const activeSvg = `<svg xmlns="http://www.w3.org/2000/svg"><title>still</title>
<script>document.querySelector('title').textContent = 'ran'</script></svg>`

let server: TestServer
let root: string
let blog: BlogId
let addressOf: (reference: string) => string

beforeEach(async () => {
  const repository = await createRepository({
    [post]: '---\ntitle: First\n---\n\nText\n',
    'posts/drawing.svg': activeSvg,
    'posts/a b.svg': activeSvg,
    'posts/page.html': '<script>1</script>',
  })
  root = repository.root
  const data = await createTemporaryFolder()
  server = await startTestServer({
    port: 0,
    openFolder: null,
    rendererFolder: repositoryFile('test/helpers/probe'),
    ports: quietPorts(data),
  })
  const transport = await connectWeb({
    origin: server.origin,
    token: server.token,
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, Origin: server.origin } }),
    WebSocket: socketFromPage(server.origin),
  })
  onTestFinished(() => transport.close())
  const client = createClient(transport)
  blog = (await client.call('blogs.open', { folder: root })).id
  addressOf = (reference) => client.assetUrl(blog, post, reference)
})

describe('files of a blog on the web host', () => {
  test('come with the asset key that the session handed over', async () => {
    const answer = await server.send({ path: addressOf('drawing.svg') })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(activeSvg)
    expect((await server.send({ path: addressOf('a%20b.svg') })).status).toBe(200)
  })

  test('do not come without it, with another, or with the token in its place (401)', async () => {
    const path = addressOf('drawing.svg').split('/').slice(3).join('/')
    for (const key of ['', 'x', server.token])
      expect((await server.send({ path: `/asset/${key}/${path}` })).status, key).toBe(401)
  })

  test('have no power: no scripts, no origin, no guessing', async () => {
    const { headers } = await server.send({ path: addressOf('drawing.svg') })
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('an SVG that is opened by itself does not run its script', async () => {
    const browser = await chromium.launch(chromiumOptions())
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    // a control: the same drawing without our headers does run
    await writeFile(join(root, 'control.svg'), activeSvg)
    await page.goto(`file://${join(root, 'control.svg')}`)
    expect(await page.title()).toBe('ran')
    await page.goto(`${server.origin}${addressOf('drawing.svg')}`)
    expect(await page.title()).toBe('still')
  })

  test('never lie outside the blog, and are nothing but media', async () => {
    const outside = await createTemporaryFolder()
    await writeFile(join(outside, 'secret.svg'), 'secret')
    await symlink(join(outside, 'secret.svg'), join(root, 'posts', 'link.svg'))
    for (const reference of [
      '../../secret.svg',
      '/etc/passwd',
      'link.svg',
      '../.git/config',
      'page.html',
      'first.md',
      'a\0.svg',
    ]) {
      const { status, text } = await server.send({ path: addressOf(reference) })
      expect(status, reference).toBeGreaterThanOrEqual(400)
      expect(status, reference).toBeLessThan(500)
      expect(text).not.toContain('secret\n')
    }
  })

  test('have addresses of three parts, each encoded (400)', async () => {
    const base = addressOf('drawing.svg').split('/').slice(0, 3).join('/')
    for (const path of ['', blog, `${blog}/a/b/c`, `${blog}/%ff/x`])
      expect((await server.send({ path: `${base}/${path}` })).status, path).toBe(400)
  })
})
