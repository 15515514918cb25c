import { describe, expect, test } from 'vitest'
import { guessPages, linkedPages, slugOf } from '#shared/site/serve/page-guesses'
import { choosePage, proseOf, scorePage } from '#shared/site/serve/post-page'

const text =
  'We counted the boats, and then the people on the boats, until the light was gone. Nobody “wrote” it down.'
const post = { title: 'Tides, again', text }
const page = (title: string, inner: string) =>
  `<html><head><title>${title}</title></head><body>${inner}</body></html>`
const own = page(
  'Tides, again | Journal',
  `<h1>Tides, again</h1><p>${text.replace('boats', '<em>boats</em>')}</p>`,
)
const list = page(
  'Journal',
  `<h2><a href="/t/">Tides, again</a></h2><p>${text}</p><p>${'Other words. '.repeat(50)}</p>`,
)

describe('a post’s page', () => {
  test('holds its words, whatever the site has made of its quotation marks', () => {
    expect(scorePage(own.replace('“wrote”', '&quot;wrote&quot;'), post)).toBe(1)
    expect(scorePage(page('Winds', '<p>Something else altogether.</p>'), post)).toBe(0)
    expect(
      scorePage(page('Tides, again', '<script>We counted the boats, and then the people</script>'), post),
    ).toBeLessThan(0.5)
  })

  test('is told from a list that holds the whole post too, and from a page of the same title', () => {
    const other = page('Tides, again', '<h1>Tides, again</h1><p>Another text of that name.</p>')
    expect(
      choosePage(
        [list, other, own].map((html) => ({ html })),
        post,
      ),
    ).toEqual({ html: own })
    expect(choosePage([{ html: other }], post)).toBeNull()
  })

  test('is found by its title while the post has no text yet', () => {
    expect(scorePage(own, { title: 'Tides, again', text: '' })).toBe(1)
    expect(scorePage(list, { title: 'Tides, again', text: '' })).toBe(0)
  })
})

test('prose is what a page shows of a body', () => {
  expect(
    proseOf(
      'A [link](/x(1)) and ![a](b.png)\n\n```js\ncode\n```\n{% tag %} {{< call >}} <b>c</b>\n\n[r]: /y\nEnd',
    ).replace(/\s+/g, ' '),
  ).toBe('A [link] and ![a] c End')
})

test('guesses begin with the post’s own place and name', () => {
  expect(slugOf('content/posts/a-day/index.md')).toBe('a-day')
  expect(slugOf('_posts/2024-05-06-tides.md')).toBe('tides')
  expect(guessPages({ path: 'content/essays/tides.md', title: '' }, '/j/').slice(0, 4)).toEqual([
    '/j/essays/tides/',
    '/j/essays/tides.html',
    '/j/tides/',
    '/j/tides.html',
  ])
})

test('pages that a site names are paths on its server, those named like the post first; files are no pages', () => {
  const named = { path: 'posts/tides.md', title: 'Tides, again' }
  const home =
    '<a href="/about/">a</a><a href="/x/tides-x?y#z">b</a><a href="/s.css">c</a><a href="//evil.example/p">d</a>'
  const sitemap = '<url><loc>https://example.org/again/</loc></url>'
  expect(linkedPages(home + sitemap, named)).toEqual(['/x/tides-x', '/again/', '/about/', '/p'])
})
