import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'
import { firstDifference } from '../../../../helpers/compare-html'

// what Hugo 0.111.3 made of each
test.each([
  [
    'blank lines at the end of code are left out',
    '```js\na;\n\n\n```',
    '<pre><code class="language-js">a;\n</code></pre>',
  ],
  ['code of blank lines is empty', '```js\n\n\n```', '<pre><code class="language-js"></code></pre>'],
  ['a line’s end in alternative text is nothing', '![a\nb](/x.png)', '<p><img src="/x.png" alt="ab"></p>'],
  [
    'an address between angle brackets is shown as written',
    '<http://a.com/?i=S%5B1*x^k>',
    '<p><a href="http://a.com/?i=S%5B1*x%5Ek">http://a.com/?i=S%5B1*x^k</a></p>',
  ],
  [
    'an address in an image’s text is none',
    '[![at https://a.b/c](https://a.b/d.png)](https://a.b/e)',
    '<p><a href="https://a.b/e"><img src="https://a.b/d.png" alt="at https://a.b/c"></a></p>',
  ],
  [
    'an address behind an open bracket is none',
    '[ see http://x.com/a here',
    '<p>[ see http://x.com/a here</p>',
  ],
  [
    'an address behind a closed bracket is one',
    '[ ] see http://x.com/a',
    '<p>[ ] see <a href="http://x.com/a">http://x.com/a</a></p>',
  ],
  [
    'a line behind a quote describes nothing in it',
    '> n\n\n: x',
    '<blockquote><p>n</p></blockquote><p>: x</p>',
  ],
  [
    'a quotation mark closes one that an earlier block left open, and no more than were left',
    '"One.\n\n"Two.\n\nThree." And 5" so.\n\nw" x\n',
    '<p>“One.</p><p>“Two.</p><p>Three.” And 5” so.</p><p>w" x</p>',
  ],
  [
    'a mark left open in a heading, an image or a quote counts as any other',
    '# It "is\n\n> x" and ![a "b](/x) c"\n\ny" and \'single\n\nz\'',
    '<h1 id="it-is">It “is</h1><blockquote><p>x” and <img src="/x" alt="a &amp;ldquo;b"> c”</p></blockquote><p>y" and ‘single</p><p>z’</p>',
  ],
  [
    'a start tag that ends on a line of its own is text within a paragraph',
    'a <img\nsrc="b"\n/> c\n\na <img\nsrc="b" /> c\n\na </b\n\t> c\n',
    '<p>a &lt;img src=“b” /&gt; c</p><p>a <img src="b" /> c</p><p>a </b> c</p>',
  ],
  ['letters are made lower one by one', '# ΛΟΓΟΣ İşÇ', '<h1 id="λογοσ-işç">ΛΟΓΟΣ İşÇ</h1>'],
])('hugo: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, 'hugo-unsafe'))).toBeNull()
})
