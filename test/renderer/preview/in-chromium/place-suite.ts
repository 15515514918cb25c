import type { Browser, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPreview } from './open-preview'

const frames = (page: Page, count = 3) =>
  page.evaluate(async (left) => {
    for (let at = 0; at < left; at++) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)

/** The frame's window, for scripts in the page. */
const scrollTop = (page: Page) =>
  page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollY ?? -1)

/** Where the first element of the page with these words stands, from the frame's upper edge. */
const topOf = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const elements = document.querySelector('iframe')?.contentDocument?.querySelectorAll('.galley-body *')
    const found = [...(elements ?? [])].findLast(({ textContent }) => textContent?.includes(wanted))
    return found?.getBoundingClientRect().top ?? Number.NaN
  }, words)

async function show(page: Page, body: string): Promise<void> {
  await page.evaluate((text) => {
    window.harness.preview.show({ title: 'A title', byline: 'by Nobody', body: text })
  }, body)
  await page.evaluate(() => window.harness.body())
  await frames(page)
}

const words =
  'Some words that make the paragraph a little longer than one line of the page is wide, so that it wraps. '

/** A post of paragraphs, with a picture before every fifth. */
function longPost(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const picture = index % 5 === 0 ? `![Picture ${index}](/images/${index}.png)\n\n` : ''
    return `${picture}Paragraph ${index}. ${words.repeat(1 + (index % 3))}\n`
  }).join('\n')
}

/** Scroll, edit mark and double click, with the geometry of a real browser. */
export function placeSuite(browser: () => Browser): void {
  describe('the place in the page', () => {
    test('every line leads to a scroll position that leads back to it, and the ends are the ends', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const code = `\`\`\`js\n${Array.from({ length: 80 }, (_, row) => `const row${row} = ${row}`).join('\n')}\n\`\`\`\n`
      const table = `| a | b |\n|---|---|\n${Array.from({ length: 60 }, (_, row) => `| ${row} | ${row % 7 === 0 ? words : 'short'} |`).join('\n')}\n`
      const list = Array.from(
        { length: 50 },
        (_, item) => `- item ${item} ${item % 4 === 0 ? words : ''}\n`,
      ).join('')
      const body = `${longPost(20)}\n${code}\n${table}\n[unseen]: https://example.org\n\n${list}\n${longPost(30)}`
      await show(page, body)
      const lineCount = body.split('\n').length
      const found = await page.evaluate(async (count) => {
        const { place } = window.harness.preview
        const worst = { line: 0, away: 0 }
        for (let line = 12; line < count - 40; line += 3.25) {
          place.scrollToLine(line)
          const away = Math.abs(place.readLine() - line)
          if (away > worst.away) Object.assign(worst, { line, away })
        }
        const window_ = document.querySelector('iframe')?.contentWindow
        place.scrollToLine(count)
        const end = (window_?.scrollY ?? 0) + (window_?.innerHeight ?? 0)
        const bottom = window_?.document.documentElement.scrollHeight ?? 0
        const lastLine = place.readLine()
        place.scrollToLine(0)
        return { worst, end, bottom, lastLine, top: window_?.scrollY, firstLine: place.readLine() }
      }, lineCount)
      // a pixel is less than a tenth of a line
      expect(found.worst.away).toBeLessThan(0.1)
      expect(Math.abs(found.end - found.bottom)).toBeLessThan(2)
      expect(found.lastLine).toBeCloseTo(lineCount, 1)
      expect([found.top, found.firstLine]).toEqual([0, 0])
      await close()
    })

    test('rows of code, of a table and of a list are brought to the upper edge by their own lines', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const head = longPost(12)
      const code = `\`\`\`\n${Array.from({ length: 90 }, (_, row) => `row ${row}.`).join('\n')}\n\`\`\`\n`
      const table = `| a |\n|---|\n${Array.from({ length: 60 }, (_, row) => `| cell ${row}. ${row % 7 === 0 ? words.repeat(3) : ''} |`).join('\n')}\n`
      const list = Array.from(
        { length: 50 },
        (_, item) => `- item ${item}. ${item % 4 === 0 ? words : ''}\n`,
      ).join('')
      const body = `${head}\n${code}\n${table}\n${list}\n${longPost(20)}`
      await show(page, body)
      for (const wanted of ['cell 31.', 'cell 42.', 'item 17.', 'item 33.', 'Paragraph 4.']) {
        const line = body.slice(0, body.lastIndexOf(wanted)).split('\n').length - 1
        await page.evaluate((at) => window.harness.preview.place.scrollToLine(at), line)
        await frames(page)
        expect(Math.abs((await topOf(page, wanted)) - 28), wanted).toBeLessThan(8)
      }
      const codeTop = await topOf(page, 'row 50.')
      const rowHeight = await page.evaluate(() => {
        const pre = document.querySelector('iframe')?.contentDocument?.querySelector('pre')
        return ((pre?.clientHeight ?? 0) - 24) / 90
      })
      const line = body.slice(0, body.indexOf('row 50.')).split('\n').length - 1
      await page.evaluate((at) => window.harness.preview.place.scrollToLine(at), line)
      await frames(page)
      const row = (await topOf(page, 'row 50.')) + 50 * rowHeight
      expect(codeTop).not.toBe(row)
      expect(Math.abs(row - 28)).toBeLessThan(16)
      await close()
    })

    test('the text that is read stands below what the page keeps at its top', async () => {
      const { page, close } = await openPreview(browser())
      const body = longPost(40)
      await show(page, body)
      await page.evaluate(() => {
        const header = document.querySelector('iframe')?.contentDocument?.createElement('div')
        header?.setAttribute('style', 'position:sticky; top:0; height:90px; background:#fff')
        if (header) document.querySelector('iframe')?.contentDocument?.body.prepend(header)
      })
      const line = body.slice(0, body.indexOf('Paragraph 21.')).split('\n').length - 1
      await page.evaluate((at) => window.harness.preview.place.scrollToLine(at), line)
      await frames(page, 8)
      expect(Math.abs((await topOf(page, 'Paragraph 21.')) - 90)).toBeLessThan(2)
      await close()
    })

    test('stays at the line that was read when all of the page is built anew', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      const body = longPost(150)
      await show(page, body)
      const line = body.slice(0, body.indexOf('Paragraph 92.')).split('\n').length - 1
      await page.evaluate((at) => window.harness.preview.place.scrollToLine(at), line)
      await frames(page, 8)
      await page.evaluate(() => {
        window.harness.preview.setSetup('hugo')
        return window.harness.preview.whenWhole()
      })
      await frames(page, 8)
      expect(Math.abs((await topOf(page, 'Paragraph 92.')) - 28)).toBeLessThan(2)
      await close()
    })

    test('stays where the line is while pictures above it load', async () => {
      const { page, showPictures, close } = await openPreview(browser(), { holdsPictures: true })
      const body = longPost(60)
      await page.evaluate((text) => {
        window.harness.preview.show({ title: '', byline: '', body: text })
        return window.harness.preview.whenWhole()
      }, body)
      const line = body.slice(0, body.indexOf('Paragraph 31.')).split('\n').length - 1
      await page.evaluate((at) => window.harness.preview.place.scrollToLine(at), line)
      const before = await scrollTop(page)
      showPictures()
      await page.waitForFunction(
        (from) => (document.querySelector('iframe')?.contentWindow?.scrollY ?? 0) > from + 500,
        before,
      )
      await frames(page)
      expect(Math.abs((await topOf(page, 'Paragraph 31.')) - 28)).toBeLessThan(2)
      expect(await page.evaluate(() => window.harness.lines.length)).toBe(0)
      await close()
    })

    test('the edited block stays in place while fifty characters are typed and pictures load above it', async () => {
      const { page, showPictures, close } = await openPreview(browser(), { holdsPictures: true })
      const body = longPost(90)
      await page.evaluate((text) => {
        window.harness.preview.show({ title: 'T', byline: '', body: text })
        return window.harness.preview.whenWhole()
      }, body)
      const at = body.indexOf('Paragraph 47.') + 'Paragraph 47.'.length
      const line = body.slice(0, at).split('\n').length - 1
      const typing = page.evaluate(
        async ({ text, offset, caretLine }) => {
          const { preview, edit } = window.harness
          preview.place.setCaretLine(caretLine)
          preview.place.scrollToLine(caretLine - 6)
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
          // what is painted: later in the same frame, behind the layout and all that answers to it
          const paintedTop = () =>
            new Promise<number>((resolve) => {
              const blocks = document
                .querySelector('iframe')
                ?.contentDocument?.querySelectorAll('.galley-body p')
              const block = [...(blocks ?? [])].find(({ textContent }) =>
                textContent?.startsWith('Paragraph 47.'),
              )
              const observer = new IntersectionObserver(([entry]) => {
                observer.disconnect()
                resolve(entry?.boundingClientRect.top ?? Number.NaN)
              })
              if (block !== undefined) observer.observe(block)
            })
          await frame()
          await frame()
          const found: number[] = []
          let now = text
          for (let typed = 0; typed < 50; typed++) {
            now = edit(now, [
              { from: offset + typed, to: offset + typed, insert: typed % 6 === 0 ? ' ' : 'x' },
            ])
            await frame()
            found.push(await paintedTop())
            await new Promise((resolve) => setTimeout(resolve, 12))
          }
          const picture = document.querySelector('iframe')?.contentDocument?.querySelector('img')
          return { found, isLoaded: picture?.complete === true }
        },
        { text: body, offset: at, caretLine: line },
      )
      await page.waitForTimeout(400) // some characters are typed by then
      showPictures()
      const { found: tops, isLoaded } = await typing
      expect(isLoaded).toBe(true)
      expect(tops[0]).toBeGreaterThan(28)
      const away = tops.map((top) => Math.abs(top - (tops[0] ?? 0)))
      expect(Math.max(...away), tops.map(Math.round).join(' ')).toBeLessThan(2)
      await close()
    })

    test('what is read stays in place when a patch above it makes the page longer', async () => {
      const { page, close } = await openPreview(browser())
      const body = longPost(60)
      await show(page, body)
      await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollTo(0, 4000))
      await frames(page)
      const seen = await page.evaluate(() => {
        const blocks = document.querySelector('iframe')?.contentDocument?.querySelectorAll('.galley-body p')
        const block = [...(blocks ?? [])].find(
          (one) => one.textContent !== '' && one.getBoundingClientRect().top > 0,
        )
        return { words: block?.textContent?.slice(0, 13) ?? '', top: block?.getBoundingClientRect().top ?? 0 }
      })
      await page.evaluate((text) => {
        window.harness.edit(text, [{ from: 0, to: 0, insert: `${'A new paragraph.\n\n'.repeat(30)}` }])
      }, body)
      await frames(page)
      expect(Math.abs((await topOf(page, seen.words)) - seen.top)).toBeLessThan(2)
      await close()
    })

    test('a thin line stands beside the edited block alone, follows it, and is no part of the page’s body', async () => {
      const { page, close } = await openPreview(browser())
      const body = 'First.\n\nSecond paragraph.\n\nThe last one'
      await show(page, body)
      const mark = page.frameLocator('iframe').locator('.galley-edit-mark')
      const side = (wanted: string) =>
        page.evaluate((text) => {
          const document_ = document.querySelector('iframe')?.contentDocument
          const line = document_?.querySelector('.galley-edit-mark')?.getBoundingClientRect()
          const blocks = [...(document_?.querySelectorAll('.galley-body p') ?? [])]
          const block = blocks.find(({ textContent }) => textContent === text)?.getBoundingClientRect()
          if (!line || !block) return null
          return {
            above: line.top - block.top,
            below: line.bottom - block.bottom,
            isBeside: line.right < block.left,
          }
        }, wanted)
      expect(await mark.isVisible()).toBe(false)
      for (const [line, block] of [
        [0, 'First.'],
        [2, 'Second paragraph.'],
        [4, 'The last one'],
      ] as const) {
        await page.evaluate((at) => window.harness.preview.place.setCaretLine(at), line)
        await frames(page)
        expect(await side(block)).toEqual({ above: 0, below: 0, isBeside: true })
      }
      expect(await page.frameLocator('iframe').locator('.galley-page .galley-edit-mark').count()).toBe(0)
      await page.evaluate(() => window.harness.preview.place.setCaretLine(null))
      await frames(page)
      expect(await mark.isVisible()).toBe(false)
      await close()
    })

    test('a double click tells the word and its block, and follows no link', async () => {
      const { page, close } = await openPreview(browser(), { flavour: 'cmark-gfm' })
      await show(
        page,
        'Above.\n\nSee **the** [old docs](https://example.org/x) for the\nrest.\n\n- one\n- two words\n',
      )
      const frame = page.frameLocator('iframe')
      await frame.getByText('old docs').dblclick({ position: { x: 8, y: 8 } })
      await frame.getByText('two words').dblclick({ position: { x: 6, y: 8 } })
      await page.waitForTimeout(450)
      const { chosen, opened } = await page.evaluate(() => ({
        chosen: window.harness.chosen,
        opened: window.harness.opened,
      }))
      expect(opened).toEqual([])
      expect(chosen).toMatchObject([
        { fromLine: 2, toLine: 5, word: { before: 'See the ', word: 'old' } },
        { fromLine: 5, word: { before: '\none\n', word: 'two' } },
      ])
      await close()
    })
  })
}
