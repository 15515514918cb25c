import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FlavourId, flavourIds } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'
import { chromiumOptions } from '../../helpers/launch-chromium'
import { liveInControl } from './in-chromium/control-page'
import { openPreview, origin, type Wall } from './in-chromium/open-preview'
import { markdownPayloads } from './in-chromium/payloads/markdown'
import { armed, htmlPayloads } from './in-chromium/payloads/payloads'
import { poke } from './in-chromium/poke'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

const armedHtml = htmlPayloads.map(armed)
const armedMarkdown = markdownPayloads.map(armed)

/** A post's text, and the flavours to show it in one after the other. */
type Attempt = { readonly flavours: readonly FlavourId[]; readonly bodies: readonly string[] }

/** Shows each body in the preview, touches everything there, and gives what ran, what was asked for elsewhere, and which pages there are. */
async function tryOnPreview(attempts: readonly Attempt[], without: Wall | null) {
  const preview = await openPreview(browser, without === null ? {} : { without })
  const { page, strayRequests } = preview
  const fired = await page.evaluate(
    async ({ attempts, pokeSource }) => {
      const touch = new Function(`return ${pokeSource}`)() as (target: Document) => void
      window.fired = []
      const frame = document.querySelector('iframe')
      for (const { flavours, bodies } of attempts) {
        for (const flavour of flavours) {
          window.harness.preview.setSetup(flavour)
          for (const body of bodies) {
            window.harness.preview.show({ title: body, byline: body, body })
            await window.harness.settled()
            if (frame?.contentDocument) touch(frame.contentDocument)
          }
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
      return [...window.fired]
    },
    { attempts, pokeSource: poke.toString() },
  )
  const pages = page.frames().map((frame) => frame.url())
  await preview.close()
  return { fired, strayRequests: [...strayRequests], pages }
}

const quiet = { fired: [], strayRequests: [], pages: [`${origin}/`, `${origin}/preview.html`] }

test('of more than 300 payloads more than 100 do harm in a page without protection', async () => {
  expect(new Set(htmlPayloads).size).toBe(htmlPayloads.length)
  expect(htmlPayloads.length).toBeGreaterThanOrEqual(300)
  const live = await liveInControl(browser, armedHtml)
  expect(live.size).toBeGreaterThanOrEqual(100)
}, 60_000)

test('of the Markdown some does harm as each flavour renders it, without protection', async () => {
  const rendered = flavourIds.map((flavour) => armedMarkdown.map((body) => renderBody(body, flavour)))
  const distinct = [...new Set(rendered.flat())]
  const live = await liveInControl(browser, distinct.map(armedAnew))
  const liveHtml = new Set([...live].map((number) => distinct[number]))
  for (const [index, flavour] of flavourIds.entries()) {
    const count = rendered[index]?.filter((html) => liveHtml.has(html)).length
    // Hugo leaves out all raw HTML unless a site allows it
    if (flavour !== 'hugo') expect.soft(count, flavour).toBeGreaterThanOrEqual(3)
  }
}, 60_000)

/** The same HTML, telling of itself under another number. */
function armedAnew(html: string, number: number): string {
  return html.replace(/top\.fired\.push\(\d+\)/g, `top.fired.push(${number})`)
}

test.each([
  ['as it is', null],
  ['with the sanitiser taken out', 'sanitiser'],
  ['with the content policies taken out', 'policy'],
] as const)(
  'the preview %s runs nothing and asks for nothing, whatever a post holds',
  async (_how, without) => {
    const some = without === null ? flavourIds : (['jekyll', 'hugo-unsafe'] as const)
    const attempts = [
      { flavours: ['eleventy'] as const, bodies: armedHtml },
      { flavours: some, bodies: armedMarkdown },
    ]
    expect(await tryOnPreview(attempts, without)).toEqual(quiet)
  },
  120_000,
)
