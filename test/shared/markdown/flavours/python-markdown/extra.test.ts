import { expect, test } from 'vitest'
import { extraExtensions } from '#shared/markdown/flavours/python-markdown/syntax'
import type { MarkdownOptions, MarkdownSetup } from '#shared/markdown/flavours/setup'
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

const withContents = (options: MarkdownOptions = {}): MarkdownSetup => ({
  flavour: 'python-markdown-extra',
  options: { extensions: [...extraExtensions, 'toc', 'admonition'], ...options },
})

// what Python-Markdown 3.4.1 made of each with `extra`, `toc` and `admonition`
test.each([
  [
    'headings have ids, and a table of contents has their text',
    {},
    '# Héllo *W* <b>x</b> &amp; `<y>`\n\n## A\n\n## A\n\n### 中文\n\n## Own {#own}\n\n[TOC]\n',
    '<h1 id="hello-w-x-y">Héllo <em>W</em> <b>x</b> &amp; <code>&lt;y&gt;</code></h1><h2 id="a">A</h2><h2 id="a_1">A</h2><h3 id="_1">中文</h3><h2 id="own">Own</h2><div class="toc"><ul><li><a href="#hello-w-x-y">Héllo W x &amp; &lt;y&gt;</a><ul><li><a href="#a">A</a></li><li><a href="#a_1">A</a><ul><li><a href="#_1">中文</a></li></ul></li><li><a href="#own">Own</a></li></ul></li></ul></div>',
  ],
  [
    'it may have a title, links behind headings and fewer levels',
    { tocTitle: 'On <this> page', tocPermalink: '&para;', tocDepth: '2-3' },
    '[TOC]\n\n# A\n\n## B *c*\n\n### C\n',
    '<div class="toc"><span class="toctitle">On &lt;this&gt; page</span><ul><li><a href="#b-c">B c</a><ul><li><a href="#c">C</a></li></ul></li></ul></div><h1 id="a">A<a class="headerlink" href="#a" title="Permanent link">¶</a></h1><h2 id="b-c">B <em>c</em><a class="headerlink" href="#b-c" title="Permanent link">¶</a></h2><h3 id="c">C<a class="headerlink" href="#c" title="Permanent link">¶</a></h3>',
  ],
  ['it is empty without headings', {}, '[TOC]\n\ntext\n', '<div class="toc"><ul></ul></div><p>text</p>'],
  [
    'numbers count on from a name that ends in one',
    {},
    '# !!!\n\n## A_1\n\n## A\n\n## A\n\n## A_1\n',
    '<h1 id="_1">!!!</h1><h2 id="a_1">A_1</h2><h2 id="a">A</h2><h2 id="a_2">A</h2><h2 id="a_3">A_1</h2>',
  ],
  [
    'admonitions',
    {},
    'a\n!!! note\n    *x*\n\n    - y\n\n        z\n\n    w\nv\n\n!!! Danger big ""\n    u\n\n!!! tip "T"\n\n    t\n',
    '<p>a</p><div class="admonition note"><p>Note</p><p><em>x</em></p><ul><li><p>y</p><p>z</p></li></ul><p>w</p></div><p>v</p><div><p>u</p></div><div><p>T</p><p>t</p></div>',
  ],
  [
    'an admonition in a list',
    {},
    '- item\n\n    !!! note\n        in list\n\n        - a\n\n            b\n\n    c\n',
    '<ul><li><p>item</p><div><p>Note</p><p>in list</p><ul><li><p>a</p><p>b</p></li></ul></div><p>c</p></li></ul>',
  ],
])('python-markdown-extra: %s', (_what, options, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, withContents(options)))).toBeNull()
})

test('a table of contents follows headings far below', () => {
  const setup = withContents()
  const text = `[TOC]\n\n${'Text.\n\n'.repeat(50)}# A\n`
  const renderer = createIncrementalRenderer(text, setup)
  const change = { from: text.length - 2, to: text.length - 1, insert: 'B' }
  renderer.apply([change], applyTextChanges(text, [change]))
  expect(renderer.html()).toContain('<a href="#b">B</a>')
  expect(renderer.html()).toBe(renderBody(applyTextChanges(text, [change]), setup))
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
