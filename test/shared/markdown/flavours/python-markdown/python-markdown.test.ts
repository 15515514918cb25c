import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'
import { firstDifference } from '../../../../helpers/compare-html'

// what Python-Markdown 3.4.1 made of each on Python 3.11
test.each([
  [
    'a closing tag without a name is nothing, in code and in HTML too',
    'x <>a</> `<></>`\n\n    </>b\n\n<div>\n</>c\n</div>\n',
    '<p>x &lt;&gt;a <code>&lt;&gt;</code></p><div class="codehilite"><pre><code>b</code></pre></div><div>c</div>',
  ],
  [
    'in a fence it is code like any other',
    '```\n<a></>\n```\n',
    '<div class="codehilite"><pre><code>&lt;a&gt;&lt;/&gt;</code></pre></div>',
  ],
])('python-markdown: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, 'python-markdown'))).toBeNull()
})
