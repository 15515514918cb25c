import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import type { Browser, FrameLocator, Page } from 'playwright'
import { diagramPolicy, interfacePolicy, previewPolicy } from '#services/pages/content-policies'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { makeDiagramScript } from '../../../../../build/bundle/diagram-page.mjs'
import type { Enrichment } from '../../../../../renderer/preview/enrich/enrichment'
import { repositoryFile } from '../../../../helpers/repository-root'

/** The address that everything is served at. It exists in the test's browser only. */
export const origin = 'https://galley.test'

/** A page with an enriched preview in it. */
export type OpenEnriched = {
  readonly page: Page
  readonly frame: FrameLocator
  /** Addresses that the browser asked for and that are not the preview's own. */
  readonly strayRequests: readonly string[]
  /** Renders as another site does from now on; shows nothing. */
  use(flavour: FlavourId, enrichment: Partial<Enrichment>): Promise<void>
  show(body: string): Promise<void>
  html(): Promise<string>
  close(): Promise<void>
}

type Served = { readonly body: string | Buffer; readonly contentType: string; readonly policy?: string }

const parentPage = `<!doctype html><html data-theme="light"><head><meta charset="utf-8">
<script type="module" src="/page.js"></script></head>
<body><iframe src="/preview.html" sandbox="allow-same-origin" style="width:800px;height:600px"></iframe></body></html>`

const worker = (path: string, entry: string) => ({ path, entry, format: 'esm' }) as const

/** The scripts of a page, by where the page looks for them. */
const scripts = [
  worker('/page.js', 'test/renderer/preview/enrich/in-chromium/enriched-page.ts'),
  worker('/render-worker.ts', 'renderer/preview/worker/render-worker.ts'),
  worker('/math/math-worker.ts', 'renderer/preview/enrich/math/math-worker.ts'),
  worker('/code/highlight-worker.ts', 'test/renderer/preview/enrich/in-chromium/hanging-highlight-worker.ts'),
]

async function bundled(entry: string, format?: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [repositoryFile(entry)],
    bundle: true,
    write: false,
    logLevel: 'error',
    external: ['*.woff2', '*.woff', '*.ttf'],
    conditions: ['browser'],
    ...(format && { format }),
  })
  return outputFiles[0]?.text ?? ''
}

async function bundle(): Promise<Readonly<Record<string, Served>>> {
  const made = await Promise.all(
    scripts.map(async ({ path, entry, format }) => {
      return [path, { body: await bundled(entry, format), contentType: 'text/javascript' }] as const
    }),
  )
  return {
    ...Object.fromEntries(made),
    '/': { body: parentPage, contentType: 'text/html', policy: interfacePolicy() },
    '/preview.html': {
      body: await readFile(repositoryFile('renderer/preview.html'), 'utf8'),
      contentType: 'text/html',
      policy: previewPolicy,
    },
    '/diagram.html': {
      body: await readFile(repositoryFile('renderer/diagram.html'), 'utf8'),
      contentType: 'text/html',
      policy: diagramPolicy,
    },
    '/diagram.js': { body: await makeDiagramScript(), contentType: 'text/javascript' },
    '/katex.css': { body: await bundled('node_modules/katex/dist/katex.min.css'), contentType: 'text/css' },
    '/preview/preview.css': { body: await bundled('renderer/preview/preview.css'), contentType: 'text/css' },
  }
}

let bundles: Promise<Readonly<Record<string, Served>>> | undefined

/** Opens an enriched preview in a page of its own. */
export async function openEnriched(browser: Browser): Promise<OpenEnriched> {
  bundles ??= bundle()
  const files = await bundles
  const context = await browser.newContext()
  const page = await context.newPage()
  const strayRequests: string[] = []
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    const served = url.origin === origin ? files[url.pathname] : undefined
    if (served) {
      const { body, contentType, policy = interfacePolicy() } = served
      await route.fulfill({ body, contentType, headers: { 'Content-Security-Policy': policy } })
    } else {
      if (!/\.(?:woff2?|ttf)$/.test(url.pathname)) strayRequests.push(url.href)
      await route.fulfill({ status: 404, body: '' })
    }
  })
  page.setDefaultTimeout(10_000)
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => 'startEnriched' in window)
  await page.evaluate(() => window.startEnriched('cmark-gfm'))
  const show = (body: string) => page.evaluate((text) => window.enriched.show(text), body)
  return {
    page,
    frame: page.frameLocator('iframe').first(),
    strayRequests,
    async use(flavour, enrichment) {
      await show('')
      await page.evaluate(
        ([flavour, enrichment]) => {
          window.enriched.preview.setSetup(flavour)
          window.enriched.enrich(enrichment)
        },
        [flavour, enrichment] as const,
      )
    },
    show,
    html: () => page.evaluate(() => window.enriched.html()),
    close: () => context.close(),
  }
}
