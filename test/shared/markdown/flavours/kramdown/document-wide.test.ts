import { expect, test } from 'vitest'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges } from '#shared/text/text-change'

/** The HTML once `find` in `text` has become `replacement`, by an edit; it is what rendering anew gives. */
function afterEdit(text: string, find: string, replacement: string): string {
  const renderer = createIncrementalRenderer(text, 'jekyll')
  const from = text.indexOf(find)
  const change = { from, to: from + find.length, insert: replacement }
  const body = applyTextChanges(text, [change])
  renderer.apply([change], body)
  expect(renderer.html()).toBe(renderBody(body, 'jekyll'))
  return renderer.html()
}

test('an abbreviation is marked wherever it stands, also when it is defined later', () => {
  const html = afterEdit('The HTML.\n\nXHTML and `HTML`.\n\n*[X]: y\n', '*[X]: y', '*[HTML]: Markup')
  expect(html).toContain('The <abbr title="Markup">HTML</abbr>.')
  expect(html).toContain('<p>XHTML and <code')
  expect(html).not.toContain('>HTML</abbr></code>')
})

test('a table of contents follows the headings behind it, as far as they want to be in it', () => {
  const text = '* x\n{:toc}\n\n## One\n\n### Two [a](/b)[^n]\n\n## Not\n{: .no_toc}\n\n[^n]: N\n'
  expect(afterEdit(text, 'One', 'Uno')).toContain(
    '<ul id="markdown-toc">\n<li><a href="#uno" id="markdown-toc-uno">Uno</a><ul>\n' +
      '<li><a href="#two-a" id="markdown-toc-two-a">Two a</a></li>\n</ul>\n</li>\n</ul>',
  )
})

test('headings of one name are numbered; one without a name has no id', () => {
  expect(renderBody('# A\n\n# A\n\n# A {#own}\n\n# ...\n', 'jekyll')).toBe(
    '<h1 id="a">A</h1>\n\n<h1 id="a-1">A</h1>\n\n<h1 id="own">A</h1>\n\n<h1>\u2026</h1>\n',
  )
})

test('attributes that have a name are found in the whole document', () => {
  expect(afterEdit('A\n{: x}\n\nb\n\n{:x: .one}\n', '.one', '.two')).toContain('<p class="two">A</p>')
})

test('footnotes that only footnotes refer to come last', () => {
  const html = renderBody('a[^1]\n\n[^1]: One[^3]\n[^3]: Three\n[^2]: Two\n\nb[^2]\n', 'jekyll')
  expect([...html.matchAll(/<li id="fn:(\d)"/g)].map((match) => match[1])).toEqual(['1', '2', '3'])
})
