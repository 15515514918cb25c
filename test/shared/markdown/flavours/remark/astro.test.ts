import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'
import { firstDifference } from '../../../../helpers/compare-html'

// what @astrojs/markdown-remark 7.3.1 made of each
test.each([
  [
    'a quotation mark behind a full stop closes before a capital letter',
    'He said "No."Then',
    '<p>He said “No.”Then</p>',
  ],
  ['two marks before a word both open', '"\'Tis it', '<p>“‘Tis it</p>'],
  ['a mark behind a hard break follows the text before it', 'a\\\n"b"', '<p>a<br>”b”</p>'],
  ['dots before a capital letter end a sentence', 'Well "...And"', '<p>Well ”…And”</p>'],
  [
    'an address behind a quotation mark is a link',
    'see "www.example.org".',
    '<p>see “<a href="http://www.example.org">www.example.org</a>”.</p>',
  ],
  [
    'an address ends before a bracket that it did not open',
    '(https://example.org/a_(b)).',
    '<p>(<a href="https://example.org/a_(b)">https://example.org/a_(b)</a>).</p>',
  ],
  ['a host with an underscore at its end is none', 'www.example.o_g', '<p>www.example.o_g</p>'],
  [
    'a quoted list before another quotation is loose',
    '> - a\n>\n> > b',
    '<blockquote><ul><li><p>a</p></li></ul><blockquote><p>b</p></blockquote></blockquote>',
  ],
  [
    'behind indented code, a list begins with 1 or not at all',
    '    c\n\n3. x\n1. y',
    '<pre><code>c</code></pre><p>3. x</p><ol><li>y</li></ol>',
  ],
  [
    'a footnote is found in any letter case',
    'a[^Note]\n\n[^nOTE]: b',
    '<p>a<sup><a href="#user-content-fn-note" id="user-content-fnref-note">1</a></sup></p><section><h2 id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-note"><p>b <a href="#user-content-fnref-note">↩</a></p></li></ol></section>',
  ],
])('astro: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, 'astro'))).toBeNull()
})
