import type { Browser } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPreview } from './open-preview'

/** A post cannot run anything, ask for anything elsewhere, or pose as part of the page. */
export function guardSuite(browser: () => Browser): void {
  describe('the sanitiser', () => {
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
          '<svg width="9"><defs><linearGradient id="g"></linearGradient></defs><circle r="2" fill="url(#g)"></circle></svg>',
          '<kbd>k</kbd> <mark>m</mark> H<sub>2</sub>O',
          '| a |\n|:-:|\n| b |',
        ].join('\n\n')
        window.harness.preview.show({ title: '', byline: '', body })
        return window.harness.body()
      })
      expect(html).toContain('<input type="checkbox" checked="" disabled="">')
      expect(html).toContain('<p class="lead" style="float:left; color:red">x</p>')
      expect(html).toContain('<details open=""><summary>s</summary>t</details>')
      expect(html).toContain('<linearGradient id="user-content-g">')
      expect(html).toContain('<circle r="2" fill="url(#user-content-g)"></circle>')
      expect(html).toContain('<kbd>k</kbd> <mark>m</mark> H<sub>2</sub>O')
      expect(html).toContain('<td align="center">b</td>')
      await close()
    })
  })
}
