import fc from 'fast-check'
import type { Browser, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { documents, editPlans } from '../../../shared/markdown/random-edits'
import { openPreview } from './open-preview'

/** One flavour of each kind of parser: the page knows units only, and what units a flavour has is tried elsewhere for all of them. */
const unlike: readonly FlavourId[] = ['cmark-gfm', 'jekyll', 'python-markdown']

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index} with *some* words in it.\n\n`).join('')

async function show(page: Page, body: string): Promise<void> {
  await page.evaluate((text) => window.harness.preview.show({ title: '', byline: '', body: text }), body)
}

/** The page follows edits, and is what a page built anew would be. */
export function patchSuite(browser: () => Browser): void {
  describe('the page', () => {
    test.each(unlike)(
      '%s: is after any edits what it would be if built anew',
      async (flavour) => {
        const { page, close } = await openPreview(browser(), { flavour })
        await fc.assert(
          fc.asyncProperty(
            documents,
            fc.array(editPlans, { minLength: 5, maxLength: 15 }),
            async (text, plans) => {
              await page.evaluate(() => window.harness.preview.show({ title: '', byline: '', body: '' }))
              await show(page, text)
              const outcome = await page.evaluate(
                async ({ text, edits, flavour }) => {
                  let body = text
                  for (const { at, length, insert } of edits) {
                    const from = Math.round(at * body.length)
                    body = window.harness.edit(body, [
                      { from, to: Math.min(body.length, from + length), insert },
                    ])
                  }
                  return {
                    page: await window.harness.body(),
                    fresh: window.harness.fresh(body, flavour, 'units'),
                  }
                },
                { text, edits: plans, flavour },
              )
              expect(withoutAssets(outcome.page)).toBe(withoutAssets(outcome.fresh))
            },
          ),
          { numRuns: 25 },
        )
        await close()
      },
      120_000,
    )

    test('an element closed far behind takes in what stands between', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const body = `<div class="box">\n\n${paragraphs(20)}last\n\nbehind\n`
      await show(page, body)
      const from = body.indexOf('behind')
      const inside = await page.evaluate(
        async ({ body, from }) => {
          const count = async () => {
            await window.harness.body()
            return window.document.querySelector('iframe')?.contentDocument?.querySelectorAll('.box p').length
          }
          const before = await count()
          const closed = window.harness.edit(body, [{ from, to: from, insert: '</div>\n\n' }])
          const after = await count()
          window.harness.edit(closed, [{ from, to: from + 8, insert: '' }])
          return [before, after, await count()]
        },
        { body, from },
      )
      expect(inside).toEqual([0, 21, 0])
      await close()
    })

    test('units together are the document in one piece, where its elements are closed', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const body = `# T\n\n<div class="a">\n\n*in*\n\n<p>deep</p>\n\n</div>\n\n- a\n\n  b\n\n<b>x\n\ny</b>\n\n<!-- c\n\nd -->\n\nz[^1]\n\n[^1]: n\n`
      const outcome = await page.evaluate(
        (text) => [
          window.harness.fresh(text, 'cmark-gfm', 'units'),
          window.harness.fresh(text, 'cmark-gfm', 'whole'),
        ],
        body,
      )
      const lines = outcome.map((html) => html.replace(/\n+/g, '\n'))
      expect(lines[0]).toBe(lines[1])
      await close()
    })

    test('keeps the nodes of what did not change', async () => {
      const { page, close } = await openPreview(browser())
      const body = paragraphs(100)
      await show(page, body)
      await page.evaluate(() => window.harness.body())
      const from = body.indexOf('Paragraph 50')
      const replaced = await page.evaluate(
        async ({ body, from }) => {
          const nodes = () => [
            ...(window.document.querySelector('iframe')?.contentDocument?.querySelectorAll('p') ?? []),
          ]
          const before = nodes()
          window.harness.edit(body, [{ from, to: from, insert: 'x' }])
          await window.harness.body()
          const after = nodes()
          return after.filter((node) => !before.includes(node)).map((node) => node.textContent)
        },
        { body, from },
      )
      expect(replaced).toEqual(['xParagraph 50 with some words in it.'])
      await close()
    })

    test('a long text is there at once as far as it can be seen, and soon as a whole', async () => {
      const { page, close } = await openPreview(browser())
      const body = `${paragraphs(4000)}The end.\n`
      const seenAtOnce = await page.evaluate(async (text) => {
        const body = window.document.querySelector('iframe')?.contentDocument?.querySelector('.galley-body')
        window.harness.preview.show({ title: '', byline: '', body: text })
        while (body?.querySelector('p') === null) await new Promise((resolve) => setTimeout(resolve))
        return body?.querySelectorAll('p').length ?? 0
      }, body)
      expect(seenAtOnce).toBeGreaterThan(30)
      expect(seenAtOnce).toBeLessThan(1000)
      // edits made while it is being opened are not lost
      await page.evaluate((text) => {
        window.harness.edit(text, [{ from: 0, to: 0, insert: 'Typed at once. ' }])
      }, body)
      await page.frameLocator('iframe').getByText('The end.').waitFor({ state: 'attached' })
      const whole = await page.evaluate(() => window.harness.body())
      expect(whole).toContain('<p>Typed at once. Paragraph 0 with')
      expect(whole).toContain('<p>The end.</p>')
      await close()
    }, 60_000)

    test('scrolls to a line, and tells the line when the reader scrolls', async () => {
      const { page, close } = await openPreview(browser())
      await show(page, paragraphs(600))
      await page.evaluate(() => window.harness.body())
      const found = await page.evaluate(async () => {
        const frame = window.document.querySelector('iframe')
        window.harness.preview.place.scrollToLine(800)
        await new Promise((resolve) => setTimeout(resolve, 100))
        const told = window.harness.lines.length
        const paragraphs = [...(frame?.contentDocument?.querySelectorAll('.galley-body p') ?? [])]
        const top = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().top >= 0)?.textContent
        frame?.contentWindow?.scrollBy(0, 3000)
        await new Promise((resolve) => setTimeout(resolve, 100))
        return { top, told, line: window.harness.lines.at(-1) ?? 0 }
      })
      expect(found.top).toMatch(/^Paragraph 40[01] /)
      expect(found.told).toBe(0)
      expect(found.line).toBeGreaterThan(850)
      expect(found.line).toBeLessThan(1100)
      await close()
    })
  })
}

/** Built outside of a frame, a page has the addresses that the post wrote and no boxes: media are compared elsewhere. */
function withoutAssets(html: string): string {
  return html
    .replace(/<span class="galley-box" role="note">.*?<\/span>(?:<\/span>)?/g, '')
    .replace(/<(?:img|video|audio|source)\b[^>]*>|<\/(?:video|audio)>/g, '')
}
