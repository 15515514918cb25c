import { describe, expect, test } from 'vitest'
import type { OpenEnriched } from './open-enriched'

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`

/** Sources that try to run something, load something, or loosen what the diagrams' page is set to. */
const hostile = [
  'graph TD; A-->B; click A "javascript:parent.parent.fired=1"',
  'graph TD; A-->B; click A call fired() "x"',
  'graph TD; A-->B; click A href "https://elsewhere.test/a" _top',
  'graph TD; A["<img src=https://elsewhere.test/b.png onerror=parent.fired=1>"]-->B',
  'graph TD; A["<script>parent.fired=1</script>"]-->B["<iframe src=https://elsewhere.test/c></iframe>"]',
  '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\ngraph TD; A["<img src=https://elsewhere.test/d.png onerror=parent.fired=1>"]-->B; click A "javascript:parent.fired=1"',
  '%%{init: {"themeCSS": "@import url(https://elsewhere.test/e.css); * { background: url(https://elsewhere.test/f.png) }"}}%%\ngraph TD; A-->B',
  '%%{init: {"fontFamily": "x\\"; } @import url(https://elsewhere.test/g.css); a{"}}%%\ngraph TD; A-->B',
  'graph TD; A-->B; style A fill:url(https://elsewhere.test/h.png)',
  'flowchart TD\n A@{ img: "https://elsewhere.test/i.png", label: "x", w: 60, h: 60 }',
  'sequenceDiagram\n participant A\n link A: Home @ javascript:parent.fired=1\n A->>A: <img src=https://elsewhere.test/j.png>',
  '---\ntitle: "<img src=https://elsewhere.test/k.png>"\nconfig:\n  securityLevel: loose\n---\ngraph TD; A-->B',
]

/** Diagrams in a page. */
export function diagramSuite(opened: () => OpenEnriched): void {
  const open = async () => {
    await opened().use('hugo', { diagrams: true })
    return opened()
  }

  describe('diagrams', () => {
    test('are pictures that say what they were drawn from', async () => {
      const { frame, show, strayRequests } = await open()
      await show(`Text.\n\n${fence('graph TD\n  Draft --> Review')}`)
      const image = frame.locator('figure.galley-diagram img')
      await image.waitFor()
      expect(await image.getAttribute('alt')).toContain('Draft --> Review')
      expect(
        await image.evaluate((element: HTMLImageElement) =>
          element.decode().then(() => element.naturalWidth),
        ),
      ).toBeGreaterThan(50)
      expect(await frame.locator('code').count()).toBe(0)
      expect(strayRequests).toEqual([])
    }, 60_000)

    test('with a mistake say so, and the last good picture stays dimmed', async () => {
      const { page, frame, show } = await open()
      await show(fence('graph TD\n  Broken --> ['))
      await frame.locator('.galley-diagram-message').waitFor()
      expect(await frame.locator('.galley-diagram-message').textContent()).toMatch(/Parse error/)
      expect(await frame.locator('.galley-diagram > pre').textContent()).toContain('Broken')
      const good = fence('graph TD\n  Good --> Better')
      await show(good)
      await frame.locator('img').waitFor()
      const counts = await page.evaluate(async (good) => {
        const counts = window.enriched.watch('figure.galley-diagram img')
        const at = good.indexOf('Better')
        await window.enriched.edit(good, [{ from: at, to: at, insert: '[' }])
        return counts
      }, good)
      expect(Math.min(...counts)).toBe(1)
      await frame.locator('.galley-diagram-message').waitFor()
      expect(await frame.locator('.galley-diagram-old img').count()).toBe(1)
      await page.evaluate((good) => window.enriched.show(good), good)
      await frame.locator('.galley-diagram:not(.galley-diagram-old) img').waitFor()
    })

    test('run nothing and ask for nothing, whatever they say', async () => {
      const { page, frame, show, strayRequests } = await open()
      await page.evaluate(() => {
        window.fired = []
      })
      await show(hostile.map(fence).join('\n'))
      await page.evaluate(() => window.document.querySelector('iframe')?.contentWindow?.scrollTo(0, 100))
      for (let at = 0; at < hostile.length; at++) {
        await frame.locator('figure.galley-diagram').nth(at).scrollIntoViewIfNeeded()
      }
      const drawn = await frame.locator('figure.galley-diagram img').count()
      // fewer would mean that the sources prove nothing
      expect(drawn).toBeGreaterThanOrEqual(hostile.length - 4)
      for (const image of await frame.locator('figure.galley-diagram img').all()) await image.click()
      expect(
        await frame.locator('figure.galley-diagram :not(img, figcaption, pre, code, strong)').count(),
      ).toBe(0)
      expect(await page.evaluate(() => window.fired)).toEqual([])
      expect(strayRequests).toEqual([])
      expect(
        page
          .frames()
          .map((each) => new URL(each.url()).pathname)
          .toSorted(),
      ).toEqual(['/', '/diagram.html', '/preview.html'])
    }, 60_000)

    test('that are large do not hold up the interface, and those that are huge are refused', async () => {
      const { page, frame, show } = await open()
      const edges = Array.from({ length: 150 }, (_, index) => `n${index % 30} --> n${(index * 7 + 3) % 30}`)
      await show(fence(`graph TD\n${edges.join('\n')}`))
      const longestMs = await page.evaluate(async () => {
        let longest = 0
        let last = performance.now()
        const isDone = () =>
          window.document.querySelector('iframe')?.contentDocument?.querySelector('figure.galley-diagram')
        while (!isDone()) {
          await new Promise((resolve) => setTimeout(resolve, 10))
          longest = Math.max(longest, performance.now() - last)
          last = performance.now()
        }
        return longest
      })
      expect(longestMs).toBeLessThan(1500)
      await show(fence(`graph TD\n${'a --> b\n'.repeat(600)}`))
      expect(await frame.locator('.galley-diagram-message').textContent()).toMatch(/Edge limit/)
    })

    test('are drawn by a page that has no origin and no network', async () => {
      const { page, strayRequests } = await open()
      const drawing = page.frames().find((each) => each.url().endsWith('/diagram.html'))
      const powers = await drawing?.evaluate(async () => {
        const tried = async (task: () => unknown) => {
          try {
            await task()
            return 'done'
          } catch {
            return 'refused'
          }
        }
        return {
          origin: window.origin,
          parent: await tried(() => window.parent.document.title),
          storage: await tried(() => window.localStorage.length),
          network: await tried(() => fetch('https://elsewhere.test/x')),
          own: await tried(() => fetch('/page.js')),
          // later: what the test itself runs here may evaluate
          evaluated: await tried(
            () =>
              new Promise((resolve, reject) => {
                setTimeout(() => {
                  try {
                    resolve(new Function('return 1')())
                  } catch (error) {
                    reject(error)
                  }
                })
              }),
          ),
        }
      })
      expect(powers).toEqual({
        origin: 'null',
        parent: 'refused',
        storage: 'refused',
        network: 'refused',
        own: 'refused',
        evaluated: 'refused',
      })
      expect(strayRequests).toEqual([])
    })

    test('take no message from anybody else, and none of another shape', async () => {
      const { page, frame, show } = await open()
      await page.evaluate(() => {
        const picture = {
          kind: 'done',
          svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
          width: 10,
          height: 10,
        }
        // as often as the page hears anything, so that some come while it waits for the drawing
        const forge = () => {
          for (let id = 0; id < 60; id++) window.postMessage({ ...picture, id }, '*')
        }
        const forging = setInterval(forge, 1)
        setTimeout(() => clearInterval(forging), 3000)
      })
      await show(fence('graph TD; A-->Mine'))
      await frame.locator('img').waitFor()
      expect(await frame.locator('img').evaluate((image: HTMLImageElement) => image.width)).toBeGreaterThan(
        20,
      )
    })
  })
}
