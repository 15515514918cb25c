import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seekBody } from '#shared/site/page-frame/find-body'
import { learnFrame } from '#shared/site/page-frame/learn-frame'
import { matchPage } from '#shared/site/page-frame/match-page'
import { chromiumOptions } from '../../helpers/launch-chromium'
import { openPreview, origin, type Wall } from './in-chromium/open-preview'
import { armed, htmlPayloads } from './in-chromium/payloads/payloads'
import { poke } from './in-chromium/poke'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

const armedHtml = htmlPayloads.map(armed)
const css = '@import "https://evil.example/a"; main { background: url(https://evil.example/b) }'

/** Puts a page with each piece of markup around a post, touches everything there, and gives what ran and what was asked for elsewhere. */
async function tryOnSite(pieces: readonly string[], without: Wall | null) {
  const preview = await openPreview(browser, without === null ? {} : { without })
  const { page, strayRequests } = preview
  const fired = await page.evaluate(
    async ({ pieces, css, pokeSource }) => {
      const touch = new Function(`return ${pokeSource}`)() as (target: Document) => void
      window.fired = []
      const frame = document.querySelector('iframe')
      for (const markup of pieces) {
        window.harness.onSite(markup, css, 'alone')
        if (frame?.contentDocument) touch(frame.contentDocument)
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
      return [...window.fired]
    },
    { pieces, css, pokeSource: poke.toString() },
  )
  const pages = page.frames().map((frame) => frame.url())
  await preview.close()
  // what stays on Galley's own host leaves nothing; only the sanitiser could tell such an address from the site's own
  return { fired, strayRequests: strayRequests.filter((url) => !url.startsWith(`${origin}/`)), pages }
}

const quiet = { fired: [], strayRequests: [], pages: [`${origin}/`, `${origin}/preview.html`] }

/** A hostile page as it is after learning. */
function cleaned(payload: string): string {
  const body = '<p>The only words of this post that anybody knows.</p>'
  const post = { path: 'a.md', title: 'Title', values: { title: 'Title' }, body: seekBody(body) }
  const matched = matchPage(`<title>Title</title><div>${payload}</div><main>${body}</main>`, post)
  if (matched === null) return ''
  return learnFrame(matched, [], { isOwn: true, place: { path: 'a.html', origins: [] } }).markup.replaceAll(
    'data-galley="body"',
    '',
  )
}

describe('a hostile page around the post runs nothing and asks for nothing', () => {
  test.each([
    ['as it is', null],
    ['with the sanitiser taken out', 'sanitiser'],
    ['with the content policies taken out', 'policy'],
  ] as const)(
    '%s',
    async (_how, without) => expect(await tryOnSite(armedHtml, without)).toEqual(quiet),
    120_000,
  )

  test('when it was learnt, with the content policies taken out', async () => {
    const pieces = armedHtml.map(cleaned).filter((markup) => markup !== '')
    expect(pieces.length).toBeGreaterThan(250)
    expect(await tryOnSite(pieces, 'policy')).toEqual(quiet)
  }, 120_000)
})

describe('the site’s page', () => {
  async function show(markup: string, style: string) {
    const preview = await openPreview(browser)
    const frame = preview.page.frameLocator('iframe')
    await preview.page.evaluate(
      async ({ markup, style }) => {
        window.harness.preview.show({ title: 'Title', byline: '', body: 'The post.' })
        window.harness.onSite(markup, style)
        await window.harness.settled()
      },
      { markup, style },
    )
    return { ...preview, frame }
  }

  test('loses what lies over all of it, and keeps what the site pins at an edge', async () => {
    const { frame, close } = await show(
      '<div id="curtain">Loading</div><div id="bar">Menu</div>',
      '#curtain { position: fixed; inset: 0 } #bar { position: fixed; top: 0; left: 0; right: 0; height: 40px }',
    )
    await expect.poll(() => frame.locator('#curtain').isVisible()).toBe(false)
    expect(await frame.locator('#bar').isVisible()).toBe(true)
    expect(await frame.locator('main').textContent()).toContain('The post.')
    await close()
  })

  test('is told to need scripts where it hides the post without them', async () => {
    const { page, close } = await show('', 'main { opacity: 0 }')
    await expect.poll(() => page.evaluate(() => window.harness.isHidden)).toBe(true)
    await close()
    const other = await show('<p>Header</p>', 'p { opacity: 0 }')
    await other.page.waitForTimeout(300)
    expect(await other.page.evaluate(() => window.harness.isHidden)).toBe(false)
    await other.close()
  })

  test('keeps classes, ids, drawings and fields that take nothing', async () => {
    const { frame, close } = await show(
      '<header id="title" class="a b" data-theme="x"><svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg><site-menu>Menu</site-menu><input type="search" placeholder="Search"><button>Go</button></header>',
      '#title.a { color: rgb(1, 2, 3) }',
    )
    const header = frame.locator('header')
    expect(await header.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)')
    expect(await header.locator('svg path').count()).toBe(1)
    expect(await header.locator('site-menu').textContent()).toBe('Menu')
    expect(await header.locator('input').getAttribute('readonly')).toBe('')
    expect(await header.getAttribute('data-theme')).toBe('x')
    await close()
  })
})
