import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../../helpers/launch-chromium'
import { repositoryFile } from '../../helpers/repository-root'

const parentPage = `<!doctype html><html><head><meta charset="utf-8"><style>
body { margin: 0 } iframe { position: absolute; inset: 0; width: 700px; height: 800px; border: 0 }
</style><script type="module" src="/bench.js"></script></head><body></body></html>`

type Served = { readonly body: string; readonly contentType: string }

async function bundleFiles(): Promise<Readonly<Record<string, Served>>> {
  const common = { bundle: true, write: false, format: 'esm', logLevel: 'error', minify: true } as const
  const [script, worker, style, page] = await Promise.all([
    build({ ...common, entryPoints: [repositoryFile('test/bench/preview/bench-page.ts')] }),
    build({ ...common, entryPoints: [repositoryFile('renderer/preview/worker/render-worker.ts')] }),
    build({
      ...common,
      entryPoints: [repositoryFile('renderer/preview/preview.css')],
      external: ['*.woff2'],
    }),
    readFile(repositoryFile('renderer/preview.html'), 'utf8'),
  ])
  const textOf = ({ outputFiles }: { outputFiles?: { text: string }[] }): string =>
    outputFiles?.[0]?.text ?? ''
  return {
    '/': { body: parentPage, contentType: 'text/html' },
    '/bench.js': { body: textOf(script), contentType: 'text/javascript' },
    // where the unbundled address of the worker's script leads from the bench's script
    '/render-worker.ts': { body: textOf(worker), contentType: 'text/javascript' },
    '/preview.html': { body: page, contentType: 'text/html' },
    '/preview/preview.css': { body: textOf(style), contentType: 'text/css' },
  }
}

let files: ReturnType<typeof bundleFiles> | undefined

/** Opens the bench's page in a browser of its own. Isolated, so that the browser tells how much memory it takes. */
async function openBenchPage(browser: Browser): Promise<Page> {
  files ??= bundleFiles()
  const served = await files
  const page = await browser.newPage({ viewport: { width: 700, height: 800 } })
  await page.route('**/*', (route) => {
    const file = served[new URL(route.request().url()).pathname]
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    return file
      ? route.fulfill({ ...file, headers: { ...headers, 'Content-Type': file.contentType } })
      : route.fulfill({ status: 404, body: '' })
  })
  await page.goto('https://bench.test/')
  await page.waitForFunction(() => 'previewBench' in window)
  return page
}

/** Runs `work` in a fresh browser with the bench's page. */
export async function withBenchPage<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    return await work(await openBenchPage(browser))
  } finally {
    await browser.close()
  }
}
