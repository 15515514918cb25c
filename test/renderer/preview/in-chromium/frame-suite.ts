import type { Browser } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPreview } from './open-preview'

/** The frame itself: first wall, theme, links, pictures. */
export function frameSuite(browser: () => Browser): void {
  describe('the frame', () => {
    test('runs no script of its document, even one put there unsanitised', async () => {
      const { page, close } = await openPreview(browser())
      const ran = await page.evaluate(async () => {
        const document = window.document.querySelector('iframe')?.contentDocument
        if (!document) throw new Error('no document in the frame')
        window.fired = []
        const script = document.createElement('script')
        script.textContent = 'parent.fired.push("script")'
        document.body.append(script)
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img src="data:," onerror="parent.fired.push(\'handler\')">',
        )
        await new Promise((resolve) => setTimeout(resolve, 100))
        return window.fired
      })
      expect(ran).toEqual([])
      await close()
    })

    test('has a policy that loads nothing but its own pictures, styles and fonts', async () => {
      const { page, close } = await openPreview(browser())
      const policy = await page.frames()[1]?.locator('meta[http-equiv]').getAttribute('content')
      expect(policy?.split('; ').sort()).toEqual([
        "base-uri 'none'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'none'",
        "img-src 'self' data:",
        "media-src 'self'",
        "style-src 'self' 'unsafe-inline'",
      ])
      expect(await page.frames()[1]?.locator('script').count()).toBe(0)
      await close()
    })

    test('wears the theme of the interface, and the page stays paper', async () => {
      const { page, close } = await openPreview(browser())
      const look = () =>
        page.evaluate(() => {
          const document = window.document.querySelector('iframe')?.contentDocument
          const color = (selector: string) => {
            const element = document?.querySelector(selector)
            return element ? getComputedStyle(element).backgroundColor : ''
          }
          return {
            theme: document?.documentElement.dataset.theme,
            desk: color('html'),
            paper: color('.galley-page'),
          }
        })
      expect(await look()).toEqual({ theme: 'dark', desk: 'rgb(22, 24, 27)', paper: 'rgb(255, 255, 255)' })
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
      expect(await look()).toEqual({
        theme: 'light',
        desk: 'rgb(244, 242, 236)',
        paper: 'rgb(255, 255, 255)',
      })
      await close()
    })

    test('shows title and byline as text', async () => {
      const { page, close } = await openPreview(browser())
      await page.evaluate(() =>
        window.harness.preview.show({ title: 'A <b>title</b>', byline: 'by Me on May 31, 2018', body: 'x' }),
      )
      const frame = page.frameLocator('iframe')
      expect(await frame.locator('.galley-title').textContent()).toBe('A <b>title</b>')
      expect(await frame.locator('.galley-byline').textContent()).toBe('by Me on May 31, 2018')
      await page.evaluate(() => window.harness.preview.setHeader({ title: '', byline: '' }))
      expect(await frame.locator('.galley-header').isVisible()).toBe(false)
      await close()
    })

    test('links open outside or scroll inside, and never lead the frame away', async () => {
      const { page, strayRequests, close } = await openPreview(browser())
      const body = `[web](https://example.org/a) [mail](mailto:a@example.org) [post](/other/) [code](javascript:alert(1))
[file](file:///etc/passwd) [note](#far) text[^1]

${'A paragraph.\n\n'.repeat(200)}<p id="far">Far</p>

[^1]: The note.
`
      await page.evaluate((text) => window.harness.preview.show({ title: '', byline: '', body: text }), body)
      await page.evaluate(() => window.harness.body())
      const frame = page.frameLocator('iframe')
      for (const name of ['web', 'mail', 'post', 'code', 'file']) {
        const link = frame.getByText(name, { exact: true })
        await link.click()
        await link.click({ button: 'middle' })
      }
      const opened = () => page.evaluate(() => [...new Set(window.harness.opened)])
      await expect.poll(opened).toEqual(['https://example.org/a', 'mailto:a@example.org'])
      await frame.getByText('note', { exact: true }).click()
      await frame.locator('#user-content-far').waitFor()
      const scrolled = () =>
        page
          .frames()[1]
          ?.evaluate(() => 0)
          .catch(() => 0)
      await scrolled()
      const top = () =>
        page.evaluate(() => window.document.querySelector('iframe')?.contentWindow?.scrollY ?? 0)
      await expect.poll(top).toBeGreaterThan(1000)
      await page.evaluate(() => window.document.querySelector('iframe')?.contentWindow?.scrollTo(0, 0))
      await frame.locator('sup a').click()
      await expect.poll(top).toBeGreaterThan(1000)
      expect(strayRequests).toEqual([])
      expect(page.frames()[1]?.url()).toBe('https://galley.test/preview.html')
      await close()
    })

    test('pictures of the blog come through the host; others and missing ones are boxes that say so', async () => {
      const { page, assets, strayRequests, close } = await openPreview(browser(), {
        hasAsset: (reference) => !reference.includes('missing'),
      })
      const body = `![one](/images/a.png) ![two](b%20c.png "t") ![three](../d.png)

![far away](https://example.org/far.png)

![gone](/images/missing.png)

<img src="raw-missing.png" alt="raw">

<iframe src="https://videos.example.org/x" title="A film"></iframe>

<video controls><source src="https://videos.example.org/x.mp4"></video>
`
      await page.evaluate((text) => window.harness.preview.show({ title: '', byline: '', body: text }), body)
      const frame = page.frameLocator('iframe')
      await frame.getByText('Image not found: raw-missing.png').waitFor()
      expect([...assets].sort()).toEqual(
        ['../d.png', '/images/a.png', '/images/missing.png', 'b%20c.png', 'raw-missing.png'].sort(),
      )
      const boxes = await frame.locator('.galley-box').allTextContents()
      expect(boxes).toEqual([
        'Image from example.org is not loadedfar away',
        'Image not found: /images/missing.pnggone',
        'Image not found: raw-missing.pngraw',
        'Embedded page from videos.example.org is not shown hereA film · https://videos.example.org/x',
        'Video from videos.example.org is not loaded',
      ])
      expect(strayRequests).toEqual([])
      await close()
    })
  })
}
