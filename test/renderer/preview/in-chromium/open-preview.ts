import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
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
  close(): Promise<void>
}

type Served = { readonly body: string | Buffer; readonly contentType: string }

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A page like the interface's: no inline script, the preview in a sandboxed frame. */
const parentPage = `<!doctype html><html data-theme="dark"><head><meta charset="utf-8">
<script type="module" src="/harness.js"></script></head>
<body><iframe src="/preview.html" sandbox="allow-same-origin" style="width:800px;height:600px"></iframe></body></html>`

let bundles: Promise<{ readonly script: string; readonly style: string }> | undefined

async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const common = { bundle: true, write: false, format: 'esm', logLevel: 'error' } as const
  const [script, style] = await Promise.all([
    build({
      ...common,
      entryPoints: [repositoryFile('test/renderer/preview/in-chromium/page-harness.ts')],
      conditions: ['browser'],
    }),
    build({
      ...common,
      entryPoints: [repositoryFile('renderer/preview/preview.css')],
      loader: { '.woff2': 'empty' },
      external: ['*.woff2'],
    }),
  ])
  return { script: script.outputFiles[0]?.text ?? '', style: style.outputFiles[0]?.text ?? '' }
}

async function filesFor(asset: (reference: string) => boolean) {
  bundles ??= bundle()
  const { script, style } = await bundles
  const previewPage = await readFile(repositoryFile('renderer/preview.html'), 'utf8')
  const files: Readonly<Record<string, Served>> = {
    '/': { body: parentPage, contentType: 'text/html' },
    '/preview.html': { body: previewPage, contentType: 'text/html' },
    '/preview/preview.css': { body: style, contentType: 'text/css' },
    '/harness.js': { body: script, contentType: 'text/javascript' },
  }
  return (path: string): Served | undefined => {
    if (path.endsWith('.woff2')) return { body: '', contentType: 'font/woff2' }
    if (!path.startsWith('/asset/')) return files[path]
    const isThere = asset(decodeURIComponent(path.slice('/asset/'.length)))
    return isThere ? { body: pixel, contentType: 'image/gif' } : undefined
  }
}

/** Opens a preview in a page of its own. `hasAsset` tells which files the blog has; all by default. */
export async function openPreview(
  browser: Browser,
  options: { readonly flavour?: FlavourId; readonly hasAsset?: (reference: string) => boolean } = {},
): Promise<OpenPreview> {
  const find = await filesFor(options.hasAsset ?? (() => true))
  const context = await browser.newContext()
  const page = await context.newPage()
  const strayRequests: string[] = []
  const assets: string[] = []
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.pathname.startsWith('/asset/'))
      assets.push(decodeURIComponent(url.pathname.slice('/asset/'.length)))
    const served = url.origin === origin ? find(url.pathname) : undefined
    if (served) await route.fulfill({ body: served.body, contentType: served.contentType })
    else {
      if (!url.pathname.startsWith('/asset/')) strayRequests.push(url.href)
      await route.fulfill({ status: 404, body: '' })
    }
  })
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => 'startHarness' in window)
  await page.evaluate((flavour) => window.startHarness(flavour), options.flavour ?? 'python-markdown')
  return { page, strayRequests, assets, close: () => context.close() }
}
