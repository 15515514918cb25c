import { describe, expect, test } from 'vitest'
import { filterCss } from '#shared/site/page-frame/filter-css'

const nothing = 'url("data:,")'

/** Local addresses get `/site/` before them, remote ones are not loaded. */
function filter(css: string): string {
  return filterCss(css, (address) => (/^(?:[a-z]+:|\/\/)/i.test(address) ? null : `/site/${address}`))
}

describe('addresses in a style sheet', () => {
  test.each([
    ['a { background: url(x.png) }', 'a { background: url("/site/x.png") }'],
    ["a { background: url( 'x y.png' ) }", 'a { background: url("/site/x y.png") }'],
    ['@import "base.css" screen;', '@import url("/site/base.css") screen;'],
    ['@import url(base.css) layer(x);', '@import url("/site/base.css") layer(x);'],
    [
      'a { background: image-set("a.png" 1x, url(b.png) 2x) }',
      'a { background: image-set(url("/site/a.png") 1x, url("/site/b.png") 2x) }',
    ],
    [
      '@font-face { src: url(f.woff2) format("woff2") }',
      '@font-face { src: url("/site/f.woff2") format("woff2") }',
    ],
    ['a::before { content: "url(x.png)" }', 'a::before { content: "url(x.png)" }'],
    ['/* url(//evil.example) */ b {}', '  b {}'],
    // no comment: the address of a file
    ['a { background: url(/**/x) }', 'a { background: url("/site//**/x") }'],
    ['a { color: red', 'a { color: red'],
    ['@media (400px <= width < 900px) { a { top: 0 } }', '@media (400px <= width < 900px) { a { top: 0 } }'],
  ])('%s', (css, expected) => expect(filter(css)).toBe(expected))

  test.each([
    'a { background: url(https://evil.example/a) }',
    'a { background: url(//evil.example/a) }',
    'a { background: URL("https://evil.example/a") }',
    'a { background: u\\72l(https://evil.example/a) }',
    'a { background: \\75\\72\\6c(https://evil.example/a) }',
    'a { background: url(h\\74tps://evil.example/a) }',
    'a { background: url("https://evil.example/a" }',
    'a { background: url(https://evil.example/a',
    '@import "https://evil.example/a";',
    '@im\\70ort "https://evil.example/a";',
    '@import/**/"https://evil.example/a";',
    "@import 'https://evil.example/a' screen",
    'a { background: -webkit-image-set("https://evil.example/a" 1x) }',
    'a { background: im\\61ge-set("https://evil.example/a" 1x) }',
    'a { background: image-set(("https://evil.example/a") 1x) }',
    'a { content: src("https://evil.example/a") }',
    'a { cursor: url(https://evil.example/a), auto }',
    '"\n@import "https://evil.example/a";',
  ])('that lead elsewhere load nothing: %s', (css) => {
    const filtered = filter(css)
    expect(filtered).not.toContain('evil.example')
    expect(filtered).toMatch(/url\("data:,"\)|\/site\//)
  })

  test('an address cannot break out of its quotes, nor a style sheet out of its element', () => {
    expect(filter('a { background: url(x\\"\\)\\;y) }')).toBe('a { background: url("/site/x%22);y") }')
    expect(filter('a::before { content: "</style><script>" }')).not.toMatch(/<\/|<script/)
    expect(nothing).toBe(filterCss('url(x)', () => null))
  })

  test('are found in linear time', () => {
    const startedAt = performance.now()
    filter('url('.repeat(50_000))
    filter('"\\'.repeat(50_000))
    filter('\\41 '.repeat(50_000))
    filter('/*'.repeat(50_000))
    filter('('.repeat(50_000))
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })
})
