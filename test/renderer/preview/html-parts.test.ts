import { expect, test } from 'vitest'
import { partsOf } from '../../../renderer/preview/html-parts'

/** Each part as it stands in the HTML, with its content in brackets. */
function parts(html: string): readonly string[] | null {
  const found = partsOf(html, 0, html.length)
  if (found === null) return null
  return found.map(({ name, start, end, innerStart, innerEnd }) => {
    return name === '' ? html.slice(start, end) : `${name}[${html.slice(innerStart, innerEnd)}]`
  })
}

test.each([
  ['', []],
  ['a &lt; b', ['a &lt; b']],
  ['<p>a <em>b</em></p>\n', ['p[a <em>b</em>]', '\n']],
  [
    '<ul>\n<li>a</li>\n<li><ul><li>b</li></ul></li>\n</ul>',
    ['ul[\n<li>a</li>\n<li><ul><li>b</li></ul></li>\n]'],
  ],
  ['a<br>b<br />c<img alt="x > y" src=\'<\'>', ['a', 'br[]', 'b', 'br[]', 'c', 'img[]']],
  ['<P CLASS="a>b">x</p >', ['p[x]']],
])('%s', (html, expected) => {
  expect(parts(html)).toEqual(expected)
})

test.each([
  '<p>a',
  'a</p>',
  '<p><em>a</p></em>',
  '<!-- a -->',
  '<script>"</script>"</script>',
  '<svg><path/></svg>',
  '<div/>a</div>',
  '<p title="a>b',
  'a < b',
])('cannot tell the parts of %s', (html) => {
  expect(parts(html)).toBeNull()
})
