import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../helpers/launch-chromium'
import { repositoryFile } from '../helpers/repository-root'
import { makeBareSite } from './bare/make-site'
import { type Bench, type Measured, ratioOfPairs } from './bench'
import { type RunningHost, startBareServer, startGalley, untilPainted, untilTypingWorks } from './web-page'

const samples = 9
const post = {
  path: 'src/posts/original-serverless.md',
  title: 'The Original Serverless Architecture is Still Here',
}

/** What every sample uses: one browser, the blog as a git repository, and the bare pages to compare with. */
type Bed = {
  readonly browser: Browser
  readonly folder: string
  readonly blog: string
  readonly bare: string
}

async function withBed(work: (bed: Bed) => Promise<Measured>): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  const browser = await chromium.launch(chromiumOptions())
  try {
    const [blog, bare] = [join(folder, 'blog'), join(folder, 'bare')]
    await cp(repositoryFile('test/fixtures/blogs/engblog'), blog, { recursive: true })
    execFileSync('git', ['init', '--quiet', blog])
    await makeBareSite(bare, join(blog, post.path))
    return await work({ browser, folder, blog, bare })
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs `work` with a fresh page and a fresh server, and gives the milliseconds that it says. */
async function withPage(
  browser: Browser,
  start: () => Promise<RunningHost>,
  work: (page: Page, address: string, startMs: number) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const startedAt = performance.now()
  const host = await start()
  try {
    return await work(page, host.address, performance.now() - startedAt)
  } finally {
    await context.close()
    await host.stop()
  }
}

/** Milliseconds from starting the server to a painted list. */
function listMs(browser: Browser, start: () => Promise<RunningHost>): Promise<number> {
  return withPage(browser, start, async (page, address, startMs) => {
    const openedAt = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.getByRole('option').first().waitFor()
    await untilPainted(page)
    return startMs + performance.now() - openedAt
  })
}

/** Milliseconds from a click to a caret that accepts typing, with the page and all that it loads at the start at rest. */
function typingMs(
  browser: Browser,
  start: () => Promise<RunningHost>,
  path: string,
  target: string,
): Promise<number> {
  return withPage(browser, start, async (page, address) => {
    await page.goto(new URL(path, address).href + new URL(address).hash)
    const clickable = page.locator(target).first()
    await clickable.waitFor()
    await untilPainted(page)
    const clickedAt = performance.now()
    await clickable.click()
    await untilTypingWorks(page)
    return performance.now() - clickedAt
  })
}

/** A data folder for one run: what a run remembers must not speed up the next one. */
function createDataFolders(folder: string): () => string {
  let count = 0
  return () => {
    count += 1
    return join(folder, `data-${count}`)
  }
}

/** How long Galley takes to be there, against the least that could be there. */
export const benches: readonly Bench[] = [
  {
    name: 'start.list',
    goal: '<=5',
    run: () =>
      withBed(({ browser, folder, blog, bare }) => {
        const nextData = createDataFolders(folder)
        return ratioOfPairs(
          samples,
          () => listMs(browser, () => startGalley(blog, nextData())),
          () => listMs(browser, () => startBareServer(bare)),
        )
      }),
  },
  {
    name: 'editor.open',
    goal: '<=4',
    run: () =>
      withBed(({ browser, folder, blog, bare }) => {
        const nextData = createDataFolders(folder)
        const row = `[role=option]:has-text(${JSON.stringify(post.title)})`
        return ratioOfPairs(
          samples,
          () => typingMs(browser, () => startGalley(blog, nextData()), '/', row),
          () => typingMs(browser, () => startBareServer(bare), '/editor.html', 'button'),
        )
      }),
  },
]
