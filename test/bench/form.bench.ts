import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumOptions } from '../helpers/launch-chromium'
import type { Bench, Measured } from './bench'
import { startGalley } from './web-page'

const keyCount = 200
const characters = 120
const frameMs = 16

/** A post whose front matter has as many keys of as many kinds as a form gets to see. */
function longPost(): string {
  const fields = Array.from({ length: keyCount - 1 }, (_, index) => {
    const values = [`Value ${index}`, '2024-05-01', String(index), 'false', '[a, b, c]', `"it's ${index}"`]
    return `key_${index}: ${values[index % values.length]}`
  })
  return `---\ntitle: A post\n${fields.join('\n')}\n---\n\nBody.\n`
}

/**
 * Milliseconds that each character takes which is typed into the field that has the focus: from the key to the end of all that Galley and
 * React do for it. Painting is not in it.
 */
async function keyMs(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const costs: number[] = []
    let startedAt = 0
    Object.assign(window, { costs })
    const start = () => {
      startedAt = performance.now()
    }
    addEventListener('keydown', start, { capture: true })
    // the last to hear of it: what is changed in the page was changed before
    addEventListener('input', () => void costs.push(performance.now() - startedAt))
  })
  await page.keyboard.type('a line of text '.repeat(characters / 15), { delay: 20 })
  return page.evaluate(() => (window as unknown as { costs: number[] }).costs)
}

/** The time that a key takes which only one in fifty exceeds, over a frame. */
async function measureTyping(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  const browser = await chromium.launch(chromiumOptions())
  try {
    const blog = join(folder, 'blog')
    await mkdir(join(blog, '_posts'), { recursive: true })
    await writeFile(join(blog, '_posts/2024-05-01-long.md'), longPost())
    execFileSync('git', ['init', '--quiet', blog])
    const host = await startGalley(blog, join(folder, 'data'))
    const page = await browser.newPage()
    await page.goto(host.address)
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: 'Title', exact: true }).press('End')
    // the first keys warm up what is compiled when it is first run
    await page.keyboard.type('warming up ', { delay: 20 })
    const costs = (await keyMs(page)).toSorted((one, other) => one - other)
    await host.stop()
    const nearlyWorst = costs[Math.floor(costs.length * 0.98)] ?? Number.NaN
    return { ratio: nearlyWorst / frameMs, samples: costs.length }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What typing in the form costs. */
export const benches: readonly Bench[] = [
  {
    // one key in a form of 200 fields, 98 of 100 keys, over a frame of 16 ms
    name: 'front-matter.form-keystroke-200-keys',
    goal: '<=1',
    run: measureTyping,
  },
]
