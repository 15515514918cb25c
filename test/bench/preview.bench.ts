import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { chromiumOptions } from '../helpers/launch-chromium'
import { repositoryFile } from '../helpers/repository-root'
import { type Bench, type Measured, median } from './bench'
import { makeLongPost } from './preview/long-post'

const samples = 25
const megabyte = 1_000_000

const parentPage = `<!doctype html><html><head><meta charset="utf-8"><script type="module" src="/bench.js"></script></head>
<body style="margin:0"><iframe src="/preview.html" sandbox="allow-same-origin" style="width:700px;height:800px;border:0"></iframe></body></html>`

async function openBenchPage(browser: Browser): Promise<Page> {
  const common = { bundle: true, write: false, format: 'esm', logLevel: 'error' } as const
  const [script, style] = await Promise.all([
    build({ ...common, entryPoints: [repositoryFile('test/bench/preview/bench-page.ts')], minify: true }),
    build({
      ...common,
      entryPoints: [repositoryFile('renderer/preview/preview.css')],
      external: ['*.woff2'],
    }),
  ])
  const files: Readonly<Record<string, { readonly body: string } | { readonly path: string }>> = {
    '/': { body: parentPage },
    '/bench.js': { body: script.outputFiles[0]?.text ?? '' },
    '/preview.html': { path: repositoryFile('renderer/preview.html') },
    '/preview/preview.css': { body: style.outputFiles[0]?.text ?? '' },
  }
  const page = await browser.newPage({ viewport: { width: 700, height: 800 } })
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname
    const contentType = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.css')
        ? 'text/css'
        : 'text/html'
    const file = files[path]
    return file ? route.fulfill({ contentType, ...file }) : route.fulfill({ status: 404, body: '' })
  })
  await page.goto('https://bench.test/')
  await page.waitForFunction(() => 'previewBench' in window)
  return page
}

/** Milliseconds of one keystroke by the usual way, over one by ours: both in the same page, in turn, layout included. */
async function keystrokeRatio(flavour: FlavourId, length: number): Promise<Measured> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await openBenchPage(browser)
    await page.evaluate(({ text, flavour }) => window.previewBench.open(text, flavour), {
      text: makeLongPost(length),
      flavour,
    })
    const pairs: { readonly usual: number; readonly ours: number }[] = []
    for (let pair = 0; pair <= samples; pair += 1) {
      const measured = await page.evaluate(() => window.previewBench.typeOneCharacter())
      if (pair > 0) pairs.push(measured)
    }
    const ratio = median(pairs.map(({ usual }) => usual)) / median(pairs.map(({ ours }) => ours))
    return { ratio, samples: pairs.length }
  } finally {
    await browser.close()
  }
}

/** A character typed into the middle of a long post: markdown-it and innerHTML for the whole, over what the preview does. */
export const benches: readonly Bench[] = [
  {
    name: 'preview.keystroke-1mb',
    goal: '>=20',
    run: () => keystrokeRatio('cmark-gfm', megabyte),
  },
  {
    name: 'preview.keystroke-1mb-python-markdown',
    goal: '>=20',
    run: () => keystrokeRatio('python-markdown', megabyte),
  },
  {
    name: 'preview.keystroke-100kb',
    goal: '>=10',
    run: () => keystrokeRatio('cmark-gfm', megabyte / 10),
  },
]
