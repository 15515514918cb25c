import { expect, test } from 'vitest'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges } from '#shared/text/text-change'
import { firstDifference } from '../../../../helpers/compare-html'

// what Python-Markdown 3.4.1 made of each, set up as Pelican does
test.each([
  [
    'a paragraph before a colon is a term',
    'Pear\n\n: A fruit.\n',
    '<dl><dt>Pear</dt><dd><p>A fruit.</p></dd></dl>',
  ],
  ['a colon that nothing stands before is text', ': A fruit.\n', '<p>: A fruit.</p>'],
  [
    'a pipe in code is no border',
    'a | b\n--|--\n`x|y` | z\\|w\n',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>x|y</code></td><td>z|w</td></tr></tbody></table>',
  ],
  [
    'attributes stand behind headings, at the end of blocks and behind words',
    '# Title {#own .big}\n\nText *word*{: .small }\n{: title="A b"}\n',
    '<h1 class="big" id="own">Title</h1><p title="A b">Text <em class="small">word</em></p>',
  ],
  [
    'Markdown inside of HTML is read where that is asked for',
    '<div markdown="1">\n*a*\n\n- b\n</div>\n\n<p markdown="span">*c*</p>\n\n<div>*d*</div>\n',
    '<div><p><em>a</em></p><ul><li>b</li></ul></div><p><em>c</em></p><div>*d*</div>',
  ],
  [
    'the content of an element in an element is read only where that is asked for too',
    '<div markdown="1">\n<div>\n*a*\n</div>\n<div markdown="block">\n*b*\n</div>\n</div>\n',
    '<div><div>*a*</div><div><p><em>b</em></p></div></div>',
  ],
  [
    'an attribute that says its own name has no value',
    '[a](/x "title")\n',
    '<p><a href="/x" title>a</a></p>',
  ],
  [
    'an abbreviation may be a number, whatever else stands on its line',
    '*a* 0 `b` node\n\n*[0]: zero\n*[node]: knot\n',
    '<p><em>a</em> <abbr title="zero">0</abbr> <code>b</code> <abbr title="knot">node</abbr></p>',
  ],
])('python-markdown-extra: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, 'python-markdown-extra'))).toBeNull()
})

const far = 'Text.\n\n'.repeat(50)

test.each([
  ['a new meaning', `The HTML spec.\n\n${far}*[HTML]: One\n`, 'One', 'Two', 'title="Two"'],
  ['one more', `The HTML spec.\n\n${far}x\n`, 'x\n', '*[HTML]: One\n', '<abbr title="One">HTML</abbr>'],
  ['one less', `The HTML spec.\n\n${far}*[HTML]: One\n`, '*[HTML]: One', '', '<p>The HTML spec.</p>'],
])('an abbreviation’s definition changes what stands far above: %s', (_what, text, from, to, shown) => {
  const renderer = createIncrementalRenderer(text, 'python-markdown-extra')
  const at = text.lastIndexOf(from)
  const change = { from: at, to: at + from.length, insert: to }
  const body = applyTextChanges(text, [change])
  renderer.apply([change], body)
  expect(renderer.html()).toContain(shown)
  expect(renderer.html()).toBe(renderBody(body, 'python-markdown-extra'))
})
