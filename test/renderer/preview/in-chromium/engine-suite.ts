import type { Browser, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPreview } from './open-preview'

/** Rows that no parser gets through in time: links that may begin at each place, and brackets that may close each other. */
const endless = `${'www.'.repeat(150_000)}\n\n${'!['.repeat(200_000)}`

/** The same, so short that its beginning is not shown first. */
const shortAndEndless = 'www.'.repeat(11_900)

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index} with *some* words in it.\n\n`).join('')

const show = (page: Page, body: string): Promise<void> =>
  page.evaluate((text) => window.harness.preview.show({ title: 'A title', byline: '', body: text }), body)

const settle = (page: Page): Promise<string> => page.evaluate(() => window.harness.body())

/** On a fast machine a short text is rendered in less than the seconds that are waited for it: from now on those pass ten times as fast. */
const loseTimeFast = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { setTimeout } = window
    const faster = (run: () => void, ms?: number) => setTimeout(run, ms === 3000 ? 300 : ms)
    Object.assign(window, { setTimeout: faster })
  })

/** What only a long or a malicious text brings out. */
export function engineSuite(browser: () => Browser): void {
  describe('a text that cannot be rendered in time', () => {
    test('is cut off with a word about it; keys are served all the while, and the next edit is shown', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      await show(page, 'Before.\n')
      await settle(page)
      const outcome = await page.evaluate(async (endless) => {
        const { preview, edit } = window.harness
        edit('Before.\n', [{ from: 8, to: 8, insert: endless }])
        let ticks = 0
        const ticking = setInterval(() => ticks++, 20)
        const outcome = await preview.whenWhole()
        clearInterval(ticking)
        return { outcome, ticks }
      }, endless)
      expect(outcome.outcome).toBe('standing still')
      expect(outcome.ticks).toBeGreaterThan(30)
      const frame = page.frameLocator('iframe')
      await frame.getByRole('status').getByText('takes too long').waitFor()
      expect(await frame.locator('.galley-stale').textContent()).toContain('Before.')
      await page.evaluate((endless) => {
        window.harness.edit(`Before.\n${endless}`, [
          { from: 7, to: 8 + endless.length, insert: ' And *after*.\n' },
        ])
      }, endless)
      await frame.getByText('Before. And after.').waitFor()
      expect(await frame.getByRole('status').isVisible()).toBe(false)
      expect(await frame.locator('.galley-stale').count()).toBe(0)
      await close()
    }, 60_000)

    test('is shown as it was written where there is nothing else to show, until another one is shown', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      await show(page, 'Another text.\n')
      await settle(page)
      await loseTimeFast(page)
      await show(page, shortAndEndless)
      const frame = page.frameLocator('iframe')
      await frame.getByRole('button', { name: 'Try again now' }).waitFor()
      expect(await frame.locator('.galley-title').textContent()).toBe('A title')
      expect(await frame.locator('.galley-body').textContent()).toMatch(/^(?:www\.)+$/)
      await page.evaluate(() =>
        window.harness.preview.show({ title: '', byline: '', body: 'A *third* text.' }),
      )
      await frame.getByText('A third text.').waitFor()
      expect(await frame.locator('.galley-plain').count()).toBe(0)
      await close()
    }, 60_000)
  })

  describe('a long text', () => {
    test('is built first where the reader is', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const built = await page.evaluate(async (body) => {
        const { preview } = window.harness
        preview.show({ title: '', byline: '', body })
        const frame = document.querySelector('iframe')
        const room = () => frame?.contentDocument?.querySelector('.galley-gap')
        const nextTask = () => new Promise((resolve) => setTimeout(resolve))
        // the text comes in parts: only when it is all there does the room stand for the rest of it
        while ((room()?.getBoundingClientRect().height ?? 0) < 600_000) await nextTask()
        const middle =
          (room()?.getBoundingClientRect().top ?? 0) + (room()?.getBoundingClientRect().height ?? 0) / 2
        frame?.contentWindow?.scrollTo(0, middle)
        const shown = () =>
          [...(frame?.contentDocument?.querySelectorAll('.galley-body p') ?? [])].flatMap((paragraph) => {
            const { bottom, top } = paragraph.getBoundingClientRect()
            return bottom > 0 && top < 600 ? [paragraph.textContent ?? ''] : []
          })
        while (shown().length === 0) await nextTask()
        return { shown: shown(), isWhole: room() === null }
      }, paragraphs(15_000))
      expect(built.isWhole).toBe(false)
      expect(built.shown[0]).toMatch(/^Paragraph [5-9]\d\d\d /)
      await close()
    }, 60_000)

    test('that is one list keeps its items when one is edited', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const body = Array.from({ length: 900 }, (_, index) => `- Item ${index} of *many*\n`).join('')
      await show(page, body)
      await settle(page)
      const replaced = await page.evaluate(
        async ({ body, from }) => {
          const items = () => [
            ...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('li') ?? []),
          ]
          const before = new Set(items())
          window.harness.edit(body, [{ from, to: from, insert: 'x' }])
          await window.harness.body()
          return items().flatMap((item, index) =>
            before.has(item) ? (index === 450 ? [item.textContent] : []) : ['another node'],
          )
        },
        { body, from: body.indexOf('Item 450') },
      )
      expect(replaced).toEqual(['xItem 450 of many'])
      await close()
    }, 60_000)

    test('that is one table of HTML is built without holding up the keys', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const rows = Array.from(
        { length: 5000 },
        (_, index) => `<tr><td>Row <b>${index}</b></td><td>x</td></tr>\n`,
      )
      const outcome = await page.evaluate(
        async (body) => {
          let longest = 0
          let last = performance.now()
          const ticking = setInterval(() => {
            longest = Math.max(longest, performance.now() - last)
            last = performance.now()
          }, 4)
          const startedAt = performance.now()
          window.harness.preview.show({ title: '', byline: '', body })
          await window.harness.body()
          clearInterval(ticking)
          const rows = document.querySelector('iframe')?.contentDocument?.querySelectorAll('tr b').length
          return { rows, longest, whole: performance.now() - startedAt }
        },
        `<table>\n${rows.join('')}</table>\n`,
      )
      expect(outcome.rows).toBe(5000)
      // in one go it would be the larger part of the whole
      expect(outcome.longest).toBeLessThan(outcome.whole / 2)
      await close()
    }, 60_000)
  })
}
