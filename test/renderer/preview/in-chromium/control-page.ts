import type { Browser } from 'playwright'
import { poke } from './poke'

const batchSize = 64

/** Shows each HTML in an unprotected frame of its own, touches everything in it, and gives the numbers of those that ran a script or asked for an address. */
export async function liveInControl(browser: Browser, html: readonly string[]): Promise<ReadonlySet<number>> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const live = new Set<number>()
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.hostname === 'elsewhere.test') live.add(Number(/\d+/.exec(url.pathname)?.[0]))
    if (url.hostname === 'control.test' && url.pathname === '/')
      await route.fulfill({ body: '<!doctype html><body>', contentType: 'text/html' })
    // also a navigation of the whole page: it has told of itself, and the page stays for the others
    else await route.fulfill({ status: 204 })
  })
  await page.goto('https://control.test/')
  for (let from = 0; from < html.length; from += batchSize) {
    const fired = await page.evaluate(
      async ({ batch, pokeSource }) => {
        const touch = new Function(`return ${pokeSource}`)() as (target: Document) => void
        window.fired = []
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
        const frames = batch.map((source) => {
          const frame = document.createElement('iframe')
          frame.srcdoc = source
          document.body.append(frame)
          return frame
        })
        await wait(600)
        for (const { contentDocument } of frames) if (contentDocument) touch(contentDocument)
        await wait(300)
        for (const frame of frames) frame.remove()
        return window.fired
      },
      { batch: html.slice(from, from + batchSize), pokeSource: poke.toString() },
    )
    for (const number of fired) live.add(number)
  }
  await context.close()
  return live
}
