import { describe, expect, test } from 'vitest'
import { countWords } from '#shared/markdown/text-statistics'

describe('a word is what a reader reads', () => {
  test.each([
    ['', 0],
    ['One two  three\nfour', 4],
    ["It's well-known: version 3.4 of the programme", 7],
    ['Größe, naïveté — và ñandú', 4],
    ['**bold** and _snake_case_ and `code span`', 6],
    ['[the text](https://example.org/a/long/address) of a link', 5],
    ['[the text][label] here\n\n[label]: https://example.org/', 3],
    ['See https://example.org/some/path for more', 3],
    ['![alternative text](/images/a.png)', 2],
    ['A note[^1] here', 3],
    ['<p class="lead">Two words</p>', 2],
    ['Before <!-- a whole comment --> after', 2],
    ['Before\n\n```js\nconst notCounted = 1\n```\n\nafter', 2],
    ['~~~\nnot counted\n~~~\n', 0],
    ['- one\n- two\n\n> three', 3],
    ['你好，世界', 4],
    ['日本語のテキスト and English', 10],
    ['한국어', 3],
    ['𠀀𠀁', 2],
    ['🎉 🎉 party', 1],
  ])('%j: %d', (body, words) => {
    expect(countWords(body).words).toBe(words)
  })
})

test('reading takes a minute for about 220 words, and never less than one', () => {
  expect(countWords('word '.repeat(10)).readingMinutes).toBe(1)
  expect(countWords('word '.repeat(2200)).readingMinutes).toBe(10)
})

test.each([
  ['markup that never closes', '<'.repeat(200_000) + '<!--'.repeat(20_000) + '['.repeat(50_000)],
  ['fences that never close', '```\nx\n~~~~\n'.repeat(20_000)],
])('%s takes no longer than plain text', (_what, body) => {
  const startedAt = performance.now()
  countWords(body)
  expect(performance.now() - startedAt).toBeLessThan(1000)
})
