import { expect, test } from 'vitest'
import { setFormula } from '../../../../renderer/preview/enrich/math/set-formula'

/** What KaTeX writes, without the source for screen readers and the words that it shows. */
const markupOf = (tex: string): string => {
  const answer = set(tex)
  return 'html' in answer
    ? answer.html.replace(/<annotation.*?<\/annotation>/gs, '').replace(/>[^<]*</g, '><')
    : ''
}

const set = (tex: string, macros: Readonly<Record<string, string>> = {}) =>
  setFormula({ tex, display: true, macros })

test('sets a formula for eyes and for screen readers', () => {
  expect(set('\\frac{1}{2}')).toMatchObject({ html: expect.stringMatching(/<math.*<mfrac>.*katex-html/s) })
})

test('knows the site’s own commands, and lets no formula change them for the next', () => {
  const macros = { '\\R': '\\mathbb{R}' }
  expect(set('\\R', macros)).toHaveProperty('html')
  expect(set('\\gdef\\R{x}\\gdef\\S{y}\\R', macros)).toHaveProperty('html')
  expect(macros).toEqual({ '\\R': '\\mathbb{R}' })
})

test('says what is wrong', () => {
  expect(set('\\frac{1}{')).toMatchObject({ error: expect.stringContaining('KaTeX parse error') })
  expect(set('\\nosuch')).toMatchObject({ error: expect.stringContaining('\\nosuch') })
})

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{https://elsewhere.test/}',
  '\\includegraphics{https://elsewhere.test/a.png}',
  '\\htmlStyle{position:fixed}{x}',
  '\\htmlClass{galley-page}{x}',
  '\\htmlData{a=b}{x}',
])('%s is no link, picture or markup', (tex) => {
  expect(markupOf(tex)).not.toMatch(/<a\b|<img|href=|src=|position:fixed|galley-page|data-a/)
})

test.each([
  ['a macro that calls itself', '\\def\\a{\\a\\a}\\a'],
  [
    'a macro that doubles',
    '\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}}}}}',
  ],
  ['a great many braces', '{'.repeat(9000) + '}'.repeat(9000)],
  ['a text without end', 'x'.repeat(30_000)],
])('%s ends soon', (_name, tex) => {
  const startedAt = performance.now()
  try {
    set(tex)
  } catch (error) {
    // nested too deeply for the stack: the worker answers with it
    expect(error).toBeInstanceOf(RangeError)
  }
  expect(performance.now() - startedAt).toBeLessThan(3000)
})

test('a rule is no wider than a page', () => {
  expect(markupOf('\\rule{100000em}{100000em}')).toContain('100em')
  expect(markupOf('\\rule{100000em}{100000em}')).not.toContain('100000em')
})
