import { expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { MarkdownOptions } from '#shared/markdown/flavours/setup'
import { renderBody } from '#shared/markdown/render'
import { renderDocument } from '#shared/markdown/templates/document-renderer'
import { firstDifference } from '../../../helpers/compare-html'

type Row = readonly [FlavourId, MarkdownOptions, markdown: string, html: string]

// what each generator makes of it when its configuration says the same
const rows: readonly Row[] = [
  ['hugo', { hardWraps: true }, 'a\nb', '<p>a<br>b</p>'],
  ['hugo', { footnotes: false }, 'a[^1]\n\n[^1]: b', '<p>a<a href="b">^1</a></p>'],
  ['hugo', { definitionLists: false }, 'a\n: b', '<p>a\n: b</p>'],
  ['hugo', { linkify: false }, 'https://a.b/', '<p>https://a.b/</p>'],
  ['hugo', { linkifyProtocol: 'http' }, 'www.a.com', '<p><a href="http://www.a.com">www.a.com</a></p>'],
  ['hugo', { strikethrough: false }, '~~a~~', '<p>~~a~~</p>'],
  ['hugo', { tables: false }, '|a|\n|-|', '<p>|a|\n|-|</p>'],
  ['hugo', { taskLists: false }, '- [ ] a', '<ul><li>[ ] a</li></ul>'],
  ['hugo', { headingIds: 'none' }, '# a\n\n# b {#c}', '<h1>a</h1><h1 id="c">b</h1>'],
  ['hugo', { headingIds: 'none', headingAttributes: false }, '# b {#c}', '<h1>b {#c}</h1>'],
  [
    'hugo',
    { blockAttributes: true },
    'p\n{#i.j title="x } y" onclick="z" .k}\n\n- a\n- b\n\n  c\n  {.in}\n{.list}\n\n> q\n{cite="u"}\n\n## h\n{.x #other}\n\n|a|\n|-|\n|b|\n{.wide}\n',
    '<p id="i.j" title="x } y">p</p><ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul><blockquote><p>q</p></blockquote><h2 id="h">h</h2><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'hugo',
    { blockAttributes: true },
    'p\n{not valid}\n\nq\n{.a\n.b} dropped\n\n{.alone}\n\n{.before}\nr\n',
    '<p>p {not valid}</p><p>q</p><p>r</p>',
  ],
  ['hugo', { marks: { leftDoubleQuote: '&laquo;' } }, '"a"', '<p>«a”</p>'],
  [
    'hugo',
    { passthrough: { block: [['$$', '$$']], inline: [['\\(', '\\)']] } },
    '\\(a_b_c\\) and\n\n$$\na_b_c "d"\n$$\n',
    '<p>\\(a_b_c\\) and</p>$$\na_b_c "d"\n$$',
  ],
  ['jekyll', { gfm: false }, '##Über 1', '<h2 id="ber-1">Über 1</h2>'],
  ['jekyll', { gfm: false }, 'a\n- b\n# c', '<p>a\n- b\n# c</p>'],
  ['jekyll', { gfm: false }, '~~a~~', '<p>~~a~~</p>'],
  ['jekyll', { gfm: false }, '- [ ] a', '<ul><li>[ ] a</li></ul>'],
  ['jekyll', {}, '# ΛΟΓΟΣ İ', '<h1 id="λογοσ-i̇">ΛΟΓΟΣ İ</h1>'],
  ['jekyll', { hardWrap: true }, 'a\nb', '<p>a<br>b</p>'],
  ['jekyll', { autoIds: false }, '# a', '<h1>a</h1>'],
  ['jekyll', { autoIdPrefix: 'p-' }, '# a', '<h1 id="p-a">a</h1>'],
  ['jekyll', { smartQuotes: 'apos,apos,quot,quot' }, '"a" it\'s', '<p>"a" it\'s</p>'],
  [
    'jekyll',
    { tocLevels: [2, 3], headerOffset: 1 },
    '- x\n{:toc}\n\n# A\n\n## B\n\n#### C\n\n###### D',
    '<ul id="markdown-toc"><li><a href="#b" id="markdown-toc-b">B</a></li></ul><h2 id="a">A</h2><h3 id="b">B</h3><h5 id="c">C</h5><h6 id="d">D</h6>',
  ],
  [
    'jekyll',
    { parseBlockHtml: true },
    '<div>\n*a*\n\n- b\n\n<p>*c* <b>*d*</b></p>\n<pre>*e*</pre>\n</div>\n\n<table><tr><td>*q*</td></tr></table>',
    '<div><p><em>a</em></p><ul><li>b</li></ul><p><em>c</em> <b><em>d</em></b></p><pre>*e*</pre></div><table><tr><td>*q*</td></tr></table>',
  ],
  ['jekyll', { parseSpanHtml: false }, 'a <b>*c*</b>', '<p>a <b>*c*</b></p>'],
  ['hexo', { breaks: false }, 'a\nb', '<p>a\nb</p>'],
  ['hexo', { smartypants: false }, '"a" -- b', '<p>"a" -- b</p>'],
  ['hexo', { quotes: '«»“”' }, '"a"', '<p>«a»</p>'],
  ['hexo', { headerIds: false }, '# a', '<h1>a</h1>'],
  ['hexo', { modifyAnchors: 2 }, '# a', '<h1 id="A"><a href="#A" class="headerlink" title="a"></a>a</h1>'],
  [
    'hexo',
    { prependRoot: false, lazyload: true },
    '![a](b.png)',
    '<p><img src="b.png" alt="a" loading="lazy"></p>',
  ],
  ['hexo', { root: '/blog/' }, '![a](/b.png)', '<p><img src="/blog/b.png" alt="a"></p>'],
  [
    'hexo',
    { url: 'https://a.b', external_link: { enable: true, nofollow: false, exclude: ['c.d'] } },
    '[x](https://e.f) [y](https://c.d) [z](/g)',
    '<p><a href="https://e.f" target="_blank" rel="noopener">x</a> <a href="https://c.d">y</a> <a href="/g">z</a></p>',
  ],
  ['hexo', { gfm: false }, '~~a~~ https://b.c', '<p>~~a~~ https://b.c</p>'],
  ['astro', { gfm: false }, '~~a~~ https://b.c', '<p>~~a~~ https://b.c</p>'],
  ['astro', { smartypants: false }, '"a"', '<p>"a"</p>'],
  [
    'eleventy',
    { breaks: true, linkify: true },
    'a\nwww.b.com',
    '<p>a<br><a href="http://www.b.com">www.b.com</a></p>',
  ],
  ['eleventy', { html: false }, '<b>', '<p>&lt;b&gt;</p>'],
  ['eleventy', { code: true }, '    a', '<pre><code>a\n</code></pre>'],
  ['python-markdown', { extensions: ['nl2br'] }, 'a\nb', '<p>a<br>b</p>'],
  [
    'python-markdown',
    { extensions: ['fenced_code'] },
    '```js\na\n```',
    '<pre><code class="language-js">a\n</code></pre>',
  ],
  [
    'cmark-gfm',
    { alerts: true },
    '> [!WARNING]\n> Mind *this*.',
    '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning</p><p>Mind <em>this</em>.</p></div>',
  ],
  [
    'cmark-gfm',
    { alerts: true },
    '> [!note]\n>\n> - a',
    '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><ul><li>a</li></ul></div>',
  ],
  ['cmark-gfm', { alerts: true }, '> [!NOTE]', '<blockquote><p>[!NOTE]</p></blockquote>'],
  [
    'cmark-gfm',
    { alerts: true },
    '- > [!NOTE]\n  > a',
    '<ul><li><blockquote><p>[!NOTE]\na</p></blockquote></li></ul>',
  ],
  ['cmark-gfm', {}, '> [!NOTE]\n> a', '<blockquote><p>[!NOTE]\na</p></blockquote>'],
]

test.each(rows)('%s with %j: %j', (flavour, options, markdown, html) => {
  expect(firstDifference(html, renderBody(markdown, { flavour, options }))).toBeNull()
})

test('a site’s template tags are expanded also where another renderer reads its Markdown', () => {
  const setup = { flavour: 'cmark-gfm', options: { templates: 'jekyll' } } as const
  expect(renderDocument('{% raw %}*a*{% endraw %}', setup).html.trim()).toBe('<p><em>a</em></p>')
})

test('hugo: classes of blocks are put together', () => {
  const setup = { flavour: 'hugo', options: { blockAttributes: true } } as const
  expect(renderBody('- a\n{.b\n.c}\n', setup)).toContain('<ul class="b c">')
  expect(renderBody('# a\n{.b}\n', setup)).toContain('<h1 id="a" class="b">')
})
