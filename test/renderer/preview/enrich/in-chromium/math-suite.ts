import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { dollar, katexDelimiters, mathJaxDelimiters } from '#shared/site/extras/math-delimiters'
import type { MathStyle } from '../../../../../renderer/preview/enrich/math/math-style'
import type { OpenEnriched } from './open-enriched'

const katex: MathStyle = {
  library: 'katex',
  delimiters: [...katexDelimiters, dollar],
  environments: false,
  macros: {},
}
const mathJax: MathStyle = {
  library: 'mathjax',
  delimiters: [...mathJaxDelimiters],
  environments: true,
  macros: {},
}

const hostile = [
  '$\\href{javascript:parent.fired=1}{x}$',
  '$\\url{javascript:parent.fired=1}$',
  '$\\includegraphics{//elsewhere.test/a.png}$',
  '$\\htmlStyle{background:url(//elsewhere.test/b.png);position:fixed}{x}$',
  '$\\htmlId{galley}{x}\\htmlClass{galley-page}{y}$',
  '$\\text{&lt;img src=x onerror=parent.fired=1&gt;}$',
  '$\\text{&lt;/annotation&gt;&lt;/semantics&gt;&lt;/math&gt;&lt;img src=x onerror=parent.fired=1&gt;}$',
  '$\\def\\a{\\a\\a}\\a$',
  '$\\color{red;background:url(//elsewhere.test/c.png)}x$',
]

/** Formulas in a page. */
export function mathSuite(opened: () => OpenEnriched): void {
  const open = async (flavour: FlavourId, math: MathStyle) => {
    await opened().use(flavour, { math })
    return opened()
  }

  describe('formulas', () => {
    test('are set on what Markdown left of them, and code is left alone', async () => {
      const { page, frame, show, strayRequests } = await open('hugo', katex)
      await show(
        'Energy $E=mc^2$ and `$code$` and $x^$.\n\nEmphasis $a*b*c$ takes it apart.\n\n$$\n\\int_0^1 x\\,dx\n$$\n',
      )
      await frame.locator('.katex-display').waitFor()
      await frame.locator('.galley-formula-wrong').waitFor()
      expect(await frame.locator('.katex').count()).toBe(2)
      expect(await frame.locator('p', { hasText: 'Emphasis' }).innerHTML()).toContain('$a<em>b</em>c$')
      expect(await frame.locator('code').textContent()).toBe('$code$')
      expect(await frame.locator('.galley-formula-wrong').getAttribute('title')).toContain(
        'KaTeX parse error',
      )
      expect(await frame.locator('math').first().getAttribute('xmlns')).toBe(
        'http://www.w3.org/1998/Math/MathML',
      )
      expect(await page.frames()[1]?.locator('link[href$="katex.css"]').count()).toBe(1)
      expect(strayRequests).toEqual([])
    })

    test('of MathJax go over line breaks, and an unknown command is not held against the post', async () => {
      const { frame, show } = await open('hexo', mathJax)
      await show('$$\nx + y\n$$\n\nUnknown \\\\(\\\\mathjaxonly\\\\).\n')
      await frame.locator('.katex-display').waitFor()
      await frame.locator('.galley-formula-unknown').waitFor()
      expect(await frame.locator('.galley-formula-wrong').count()).toBe(0)
    })

    test('keep what they were when something beside them is typed, and follow what is typed in them', async () => {
      const { page, frame, show } = await open('hugo', katex)
      const body = 'Words $a^2$ and $b^2$.\n'
      await show(body)
      await frame.locator('.katex').nth(1).waitFor()
      const counts = await page.evaluate(async (body) => {
        const counts = window.enriched.watch('.katex')
        await window.enriched.edit(body, [{ from: 5, to: 5, insert: '!' }])
        return counts
      }, body)
      expect(new Set(counts)).toEqual(new Set([2]))
      await page.evaluate(() =>
        window.enriched.edit('Words! $a^2$ and $b^2$.\n', [{ from: 8, to: 9, insert: 'c' }]),
      )
      await frame.locator('annotation', { hasText: 'c^2' }).waitFor({ state: 'attached' })
    })

    test('lets nothing run, load, or pose as the page', async () => {
      const { page, frame, show, strayRequests } = await open('hugo', katex)
      await show(`${hostile.join('\n\n')}\n\n$last$\n`)
      await frame.locator('annotation', { hasText: 'last' }).waitFor({ state: 'attached' })
      const formulas = frame.locator('.galley-math')
      expect(await formulas.count()).toBe(hostile.length + 1)
      expect(
        await formulas
          .locator('a, img, [href], [src], [id], [style*="url"], [style*="fixed"], .galley-page')
          .count(),
      ).toBe(0)
      expect(await page.evaluate(() => 'fired' in window)).toBe(false)
      expect(strayRequests).toEqual([])
    })

    test('are cleaned of all that is none, whatever KaTeX writes', async () => {
      const { page } = opened()
      const clean = (html: string) => page.evaluate((text) => window.enriched.cleanFormula(text), html)
      const formula =
        '<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi></mrow>' +
        '<annotation encoding="application/x-tex">x</annotation></semantics></math></span>' +
        '<span class="katex-html" aria-hidden="true"><span class="strut" style="height:1em;vertical-align:-0.25em"></span>' +
        '<svg width="400em" height="1.08em" viewBox="0 0 400 10" preserveAspectRatio="xMinYMin slice"><path d="M95,702"></path></svg></span></span>'
      expect(await clean(formula)).toBe(formula)
      const left = await clean(
        '<a href="javascript:1">a</a><img src=x onerror=1><script>1</script><span onclick="1" id="b" style="position:fixed;color:red">c</span>' +
          '<svg><a xlink:href="https://elsewhere.test"><path d="M0,0"></path></a><use href="https://elsewhere.test/a.svg#b"></use><image href="x"></image></svg>' +
          '<math><maction actiontype="statusline#https://elsewhere.test">d</maction><mtext href="javascript:1">e</mtext></math><iframe src="x"></iframe>',
      )
      expect(left).not.toMatch(/<a\b|<img|<image|<script|<use|<iframe|maction|on\w+=|id=|href|fixed|src=/)
      expect(left).toContain('style="color:red"')
    })

    test('are not set where the post’s page sets none', async () => {
      const { page, frame, show, html } = await open('hugo', katex)
      await show('Energy $E=mc^2$.')
      await frame.locator('.katex').waitFor()
      await page.evaluate(() => window.enriched.enrich({}))
      expect(await html()).toBe('<p>Energy $E=mc^2$.</p>\n')
    })
  })
}
