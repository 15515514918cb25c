import { readFile } from 'node:fs/promises'
import { build, type Plugin } from 'esbuild'
import type { Browser, Page } from 'playwright'
import { interfacePolicy } from '#services/pages/content-policies'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { repositoryFile } from '../../../helpers/repository-root'

/** The address that everything is served at. It exists in the test's browser only. */
export const origin = 'https://galley.test'

/** A page with a preview in it. */
export type OpenPreview = {
  readonly page: Page
  /** Addresses that the browser asked for outside of `origin`, or inside of it and not found. */
  readonly strayRequests: readonly string[]
  /** References of the assets that were asked for. */
  readonly assets: readonly string[]
  showPictures(): void
  close(): Promise<void>
}

const pagePolicy = interfacePolicy()

type Served = { readonly body: string | Buffer; readonly contentType: string }

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"></svg>'
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A page like the interface's: no inline script, the preview in a sandboxed frame. */
const parentPage = `<!doctype html><html data-theme="dark"><head><meta charset="utf-8">
<script type="module" src="/harness.js"></script></head>
<body><iframe src="/preview.html" sandbox="allow-same-origin" style="width:800px;height:600px"></iframe></body></html>`

/** A wall that is taken out, to see what the others hold. */
export type Wall = 'sanitiser' | 'policy'

type Bundle = { readonly script: string; readonly worker: string; readonly style: string }

const bundles = new Map<Wall | null, Promise<Bundle>>()

/** Nodes as the browser makes them of whatever HTML it is given. */
const noSanitiser = `export const idPrefix = ''
export const createSanitiser = () => (html) => {
  const template = document.implementation.createHTMLDocument('').createElement('template')
  template.innerHTML = html
  return template.content
}`

const noPageSanitiser = `import { createSanitiser } from '../sanitise'
export const createPageSanitiser = createSanitiser
export const cleanPageSheet = (css) => css
export const cleanPageStyle = (style) => style`

const withoutSanitiser: Plugin = {
  name: 'without-sanitiser',
  setup({ onLoad }) {
    onLoad({ filter: /renderer[\\/]preview[\\/]sanitise\.ts$/ }, () => ({
      contents: noSanitiser,
      loader: 'ts',
    }))
    onLoad({ filter: /renderer[\\/]preview[\\/]site[\\/]sanitise-page\.ts$/ }, () => ({
      contents: noPageSanitiser,
      loader: 'ts',
    }))
  },
}

function bundleOnce(without: Wall | null): Promise<Bundle> {
  const key = without === 'sanitiser' ? without : null
  const made = bundles.get(key) ?? bundle(key === null ? [] : [withoutSanitiser])
  bundles.set(key, made)
  return made
}

async function bundle(plugins: Plugin[]): Promise<Bundle> {
  const common = { bundle: true, write: false, format: 'esm', logLevel: 'error' } as const
  const [script, worker, style] = await Promise.all([
    build({
      ...common,
      entryPoints: [repositoryFile('test/renderer/preview/in-chromium/page-harness.ts')],
      conditions: ['browser'],
      plugins,
    }),
    build({
      ...common,
      entryPoints: [repositoryFile('renderer/preview/worker/render-worker.ts')],
      conditions: ['browser'],
    }),
    build({
      ...common,
      entryPoints: [repositoryFile('renderer/preview/preview.css')],
      loader: { '.woff2': 'empty' },
      external: ['*.woff2'],
    }),
  ])
  const [scriptText, workerText, styleText] = [script, worker, style].map(
    ({ outputFiles }) => outputFiles[0]?.text ?? '',
  )
  return { script: scriptText ?? '', worker: workerText ?? '', style: styleText ?? '' }
}

async function filesFor(asset: (reference: string) => boolean, without: Wall | null) {
  const { script, worker, style } = await bundleOnce(without)
  const writtenPage = await readFile(repositoryFile('renderer/preview.html'), 'utf8')
  const previewPage =
    without === 'policy'
      ? writtenPage.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')
      : writtenPage
  const files: Readonly<Record<string, Served>> = {
    '/': { body: parentPage, contentType: 'text/html' },
    '/preview.html': { body: previewPage, contentType: 'text/html' },
    '/preview/preview.css': { body: style, contentType: 'text/css' },
    '/harness.js': { body: script, contentType: 'text/javascript' },
    // where the unbundled address of the worker's script leads from the harness
    '/render-worker.ts': { body: worker, contentType: 'text/javascript' },
  }
  return (path: string): Served | undefined => {
    if (path.endsWith('.woff2')) return { body: '', contentType: 'font/woff2' }
    if (!path.startsWith('/asset/')) return files[path]
    const isThere = asset(decodeURIComponent(path.slice('/asset/'.length)))
    return isThere ? { body: pixel, contentType: 'image/gif' } : undefined
  }
}

/** Opens a preview in a page of its own. `hasAsset` tells which files the blog has; all by default. `holdsPictures`: every file is a picture of 320 × 240, which comes when `showPictures` is called. */
export async function openPreview(
  browser: Browser,
  options: {
    readonly flavour?: FlavourId
    readonly hasAsset?: (reference: string) => boolean
    readonly without?: Wall
    readonly holdsPictures?: boolean
  } = {},
): Promise<OpenPreview> {
  const { without = null } = options
  const find = await filesFor(options.hasAsset ?? (() => true), without)
  const context = await browser.newContext()
  const page = await context.newPage()
  const strayRequests: string[] = []
  const assets: string[] = []
  let showPictures = (): void => {}
  const arePicturesShown = new Promise<void>((resolve) => {
    showPictures = resolve
  })
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.pathname.startsWith('/asset/'))
      assets.push(decodeURIComponent(url.pathname.slice('/asset/'.length)))
    const served = url.origin === origin ? find(url.pathname) : undefined
    // the interface's own policy, as both hosts send it
    const headers =
      without === 'policy' || url.pathname !== '/' ? {} : { 'content-security-policy': pagePolicy }
    if (options.holdsPictures === true && url.pathname.startsWith('/asset/')) {
      await arePicturesShown
      await route.fulfill({ body: picture, contentType: 'image/svg+xml' })
    } else if (served)
      await route.fulfill({ body: served.body, headers: { ...headers, 'content-type': served.contentType } })
    else {
      if (!url.pathname.startsWith('/asset/')) strayRequests.push(url.href)
      await route.fulfill({ status: 404, body: '' })
    }
  })
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => 'startHarness' in window)
  await page.evaluate((flavour) => window.startHarness(flavour), options.flavour ?? 'python-markdown')
  return { page, strayRequests, assets, showPictures, close: () => context.close() }
}
