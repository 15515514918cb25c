import type { Browser } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPreview } from './open-preview'
import { reachingPayloads, scriptPayloads } from './payloads'

const settleMs = 60

/** A post cannot run anything, ask for anything elsewhere, or pose as part of the page. */
export function guardSuite(browser: () => Browser): void {
  describe('the sanitiser', () => {
    test('lets nothing run that runs without it', async () => {
      const { page, close } = await openPreview(browser())
      await page.evaluate(() => {
        window.fired = []
      })
      const outcome = await page.evaluate(
        async ({ payloads, settleMs }) => {
          const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs))
          const run = async (put: (html: string) => void, html: string) => {
            window.fired = []
            put(html)
            await settle()
            const fired = window.fired.length > 0
            for (const node of [...document.body.childNodes].slice(1)) node.remove()
            return fired
          }
          // one after the other: an event that the control page fires late must not be held against the sanitiser
          const through: string[] = []
          for (const html of payloads) if (await run(window.harness.guarded, html)) through.push(html)
          const live: string[] = []
          for (const html of payloads) if (await run(window.harness.control, html)) live.push(html)
          return { live, through }
        },
        { payloads: scriptPayloads, settleMs },
      )
      expect(outcome.through).toEqual([])
      // fewer would mean that the control page proves nothing
      expect(outcome.live.length).toBeGreaterThanOrEqual(20)
      await close()
    }, 60_000)

    test('the preview asks for nothing elsewhere, whatever a post holds', async () => {
      const { page, strayRequests, close } = await openPreview(browser())
      for (const flavour of ['python-markdown', 'cmark-gfm'] as const) {
        const body = reachingPayloads.join('\n\nText between.\n\n')
        await page.evaluate(
          ({ body, flavour }) => {
            window.harness.preview.setSetup(flavour)
            window.harness.preview.show({ title: 'T', byline: '', body })
          },
          { body, flavour },
        )
        await page.evaluate(() => window.harness.body())
        await page.waitForTimeout(settleMs)
      }
      expect(strayRequests).toEqual([])
      expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual(['/', '/preview.html'])
      await close()
    })

    test('ids and names cannot be taken for properties of the document', async () => {
      const { page, close } = await openPreview(browser())
      const html = await page.evaluate(() => {
        const body =
          '<a id="body"></a><img name="getElementById" src="a.png"><form id="forms"><input name="cookie"></form>'
        window.harness.preview.show({ title: '', byline: '', body })
        return window.harness.body()
      })
      expect(html).toContain('id="user-content-body"')
      expect(html).not.toMatch(/ (?:id|name)="(?!user-content-)/)
      expect(html).not.toMatch(/<form|<input/)
      await close()
    })

    test('keeps what posts are made of', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const html = await page.evaluate(() => {
        const body = [
          '- [x] done',
          '<p class="lead" style="float:left; color:red; position:fixed">x</p>',
          '<details open><summary>s</summary>t</details>',
          '<svg width="9"><circle r="2"></circle></svg>',
          '<kbd>k</kbd> <mark>m</mark> H<sub>2</sub>O',
          '| a |\n|:-:|\n| b |',
        ].join('\n\n')
        window.harness.preview.show({ title: '', byline: '', body })
        return window.harness.body()
      })
      expect(html).toContain('<input type="checkbox" checked="" disabled="">')
      expect(html).toContain('<p class="lead" style="float:left; color:red">x</p>')
      expect(html).toContain('<details open=""><summary>s</summary>t</details>')
      expect(html).toContain('<svg width="9"><circle r="2"></circle></svg>')
      expect(html).toContain('<kbd>k</kbd> <mark>m</mark> H<sub>2</sub>O')
      expect(html).toContain('<td align="center">b</td>')
      await close()
    })
  })
}
