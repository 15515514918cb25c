import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { codeStyleOf, type Highlighter } from '../../../../../renderer/preview/enrich/code/code-style'
import type { OpenEnriched } from './open-enriched'

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`
const plainNodes = 'code:not(:has(span))'

/** Colours of code in a page. */
export function codeSuite(opened: () => OpenEnriched): void {
  const open = async (highlighter: Highlighter, flavour: FlavourId) => {
    await opened().use(flavour, { code: codeStyleOf(highlighter, highlighter === 'hexo') })
    return opened()
  }

  describe('code', () => {
    test('has the site’s classes and the text it had', async () => {
      const { frame, show, strayRequests } = await open('chroma', 'hugo')
      await show(
        `${fence('js', 'const a = "<b>"')}\n${fence('no-such-language', 'const a')}\n    indented()\n`,
      )
      await frame.locator('.kd').waitFor()
      expect(await frame.locator('.highlight > pre.chroma > code .line .cl').allTextContents()).toEqual([
        'const a = "<b>"\n',
      ])
      expect(await frame.locator('.s2').textContent()).toBe('"<b>"')
      expect(await frame.locator(plainNodes).allTextContents()).toEqual(['const a\n', 'indented()\n'])
      expect(strayRequests).toEqual([])
    })

    test('stays plain where a grammar hangs, and other code does not wait long', async () => {
      const { page, frame, show } = await open('chroma', 'hugo')
      await show(`${fence('hanging', `${'a'.repeat(40)}!`)}\n${fence('js', 'let b')}`)
      const startedAt = Date.now()
      // the page itself goes on while the grammar hangs
      expect(
        await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve('awake'), 50))),
      ).toBe('awake')
      expect(Date.now() - startedAt).toBeLessThan(1000)
      await frame.locator('.kd').waitFor()
      expect(await frame.locator(plainNodes).allTextContents()).toEqual([`${'a'.repeat(40)}!\n`])
    })

    test('keeps its colours while it is typed in, and gets those of the last text', async () => {
      const { page, frame, show } = await open('rouge', 'jekyll')
      const lines = Array.from({ length: 30 }, (_, index) => `const v${index} = ${index}`).join('\n')
      const body = `Text.\n\n${fence('js', lines)}`
      await show(body)
      await frame.locator('.mi').nth(29).waitFor()
      const counts = await page.evaluate(async (body) => {
        const counts = window.enriched.watch('.kd')
        let text = body
        for (const letter of 'let x = 1; ') {
          const from = text.indexOf('const v15')
          text = await window.enriched.edit(text, [{ from, to: from, insert: letter }])
        }
        return counts
      }, body)
      expect(counts.length).toBeGreaterThanOrEqual(11)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(29)
      await frame.locator('.kd', { hasText: 'let' }).waitFor()
      expect(await frame.locator('pre').textContent()).toBe(
        `${lines.replace('const v15', 'let x = 1; const v15')}\n`,
      )
      expect(await frame.locator('.kd').count()).toBe(31)
    })

    test('that is replaced before its colours come does not get them', async () => {
      const { frame, show, html } = await open('rouge', 'jekyll')
      await show(fence('js', 'const first = 1'))
      await show('Only text.')
      await show(fence('js', 'let second = 2'))
      await frame.locator('.kd').waitFor()
      expect(await html()).not.toContain('first')
      expect(await frame.locator('.kd').allTextContents()).toEqual(['let'])
    })

    test('far below is left for later', async () => {
      const { page, frame, show } = await open('rouge', 'jekyll')
      await show(
        `${fence('js', 'const near = 1')}\n${'A paragraph.\n\n'.repeat(120)}${fence('js', 'const far = 1')}`,
      )
      await frame.locator('.kd').first().waitFor()
      expect(await frame.locator('.kd').count()).toBe(1)
      await page.evaluate(() => window.document.querySelector('iframe')?.contentWindow?.scrollTo(0, 100_000))
      await frame.locator('.kd').nth(1).waitFor()
      await show(`${'Another paragraph.\n\n'.repeat(120)}${fence('js', 'const later = 1')}`)
      await page.evaluate(() => window.document.querySelector('iframe')?.contentWindow?.scrollTo(0, 0))
      expect(await frame.locator('.kd').count()).toBe(0)
      await page.evaluate(() => window.enriched.preview.finish())
      expect(await frame.locator('.kd').count()).toBe(1)
    })

    test('of Hexo stands in its table, with numbers', async () => {
      const { frame, show } = await open('hexo', 'hexo')
      await show(fence('js', 'const a = 1\nrun()'))
      await frame.locator('.keyword').waitFor()
      expect(await frame.locator('figure.highlight.js .gutter .line').allTextContents()).toEqual(['1', '2'])
      expect(await frame.locator('figure.highlight.js .code .line').allTextContents()).toEqual([
        'const a = 1',
        'run()',
      ])
    })
  })
}
