import { describe, expect, test } from 'vitest'
import { seekBody } from '#shared/site/page-frame/find-body'
import { type KnownPost, matchPage } from '#shared/site/page-frame/match-page'
import { attributeOf, UnreadablePageError } from '#shared/site/page-frame/page-tree'
import { type BuiltSite, readKnownPost, readPage } from '../../../helpers/built-sites'

const pages: readonly (readonly [site: BuiltSite, post: string, page: string])[] = [
  ['engblog', 'src/posts/goliath.md', 'output/posts/goliath.htm'],
  ['engblog', 'src/posts/original-serverless.md', 'output/posts/original-serverless.htm'],
  ['hugo', 'content/posts/harbour-lights.md', 'public/posts/harbour-lights/index.html'],
  ['hugo', 'content/posts/mending-lamps.md', 'public/posts/mending-lamps/index.html'],
  ['hugo', 'content/posts/fog-signals.md', 'public/posts/fog-signals/index.html'],
  ['jekyll', '_posts/2022-03-05-descaling.md', '_site/water/2022/03/05/descaling.html'],
  ['jekyll', '_posts/2022-08-19-whistles.md', '_site/sound/2022/08/19/whistles.html'],
]

function match(site: BuiltSite, post: string, page: string) {
  return matchPage(readPage(site, page), readKnownPost(site, post))
}

function known(html: string, title = 'Some title'): KnownPost {
  return { path: 'posts/a.md', title, values: { title }, body: seekBody(html) }
}

describe('a post is found on the page that was built of it', () => {
  test.each(pages)('%s: %s', (site, post, page) => {
    const matched = match(site, post, page)
    expect(matched?.slot.coverage).toBe(1)
  })

  test('and on no other page of the site', () => {
    for (const [site, post, page] of pages)
      for (const [otherSite, , otherPage] of pages)
        if (site === otherSite && page !== otherPage) expect(match(site, post, otherPage)).toBeNull()
  })

  test.each([
    ['engblog', 'src/posts/goliath.md', 'output/posts/goliath.htm', 'body'],
    ['hugo', 'content/posts/fog-signals.md', 'public/posts/fog-signals/index.html', 'note-body'],
    ['jekyll', '_posts/2022-03-05-descaling.md', '_site/water/2022/03/05/descaling.html', 'post'],
  ] as const)('%s: in the innermost element around it', (site, post, page, className) => {
    const matched = match(site, post, page)
    expect(matched && attributeOf(matched.slot.container, 'class')).toBe(className)
  })

  test('among the layout’s own elements, with the picture that it begins with', () => {
    const matched = match('jekyll', '_posts/2022-03-05-descaling.md', '_site/water/2022/03/05/descaling.html')
    const names = matched?.slot.nodes
      .filter(({ nodeName }) => nodeName !== '#text')
      .map(({ nodeName }) => nodeName)
    expect(names).toEqual(['p', 'p', 'p'])
  })
})

describe('a post’s place', () => {
  test('is around the elements that its own text begins with', () => {
    const body = '<div class="mine"><p>One two three four five six.</p><p>Seven eight nine ten.</p></div>'
    const matched = matchPage(`<main><h1>Some title</h1><div id="place">${body}</div></main>`, known(body))
    expect(matched && attributeOf(matched.slot.container, 'id')).toBe('place')
  })

  test('is below a heading that says the same as its own first one', () => {
    const body = '<h1>A long enough title here</h1><p>Then some words that follow it.</p>'
    const page = `<article><h1>A long enough title here</h1><p>By someone</p>${body}</article>`
    const matched = matchPage(page, known(body, 'A long enough title here'))
    const elements = matched?.slot.nodes.filter(({ nodeName }) => nodeName !== '#text')
    expect(elements?.map(({ nodeName }) => nodeName)).toEqual(['h1', 'p'])
  })

  test('is found in a language without blanks between words', () => {
    const body = '<p>港の灯りは毎晩数えられる。</p><p>誰が始めたかは誰も知らない。</p>'
    const matched = matchPage(
      `<body><h1>Some title</h1><div id="place">${body}</div><p>港の本</p></body>`,
      known(body),
    )
    expect(matched && attributeOf(matched.slot.container, 'id')).toBe('place')
  })

  test('is found after a good part of the post was rewritten, where the page bears its title', () => {
    const old =
      '<p>Alpha beta gamma delta epsilon zeta eta theta.</p><p>Other words that have gone since then.</p>'
    const now =
      '<p>Alpha beta gamma delta epsilon zeta eta theta.</p><p>Words which nobody has built so far at all.</p>'
    expect(matchPage(`<title>Some title</title><div>${old}</div>`, known(now))).not.toBeNull()
    expect(matchPage(`<title>Another</title><div>${old}</div>`, known(now))).toBeNull()
  })

  test('is nowhere on a page without words', () => {
    expect(
      matchPage('<div id="root"></div><script src="app.js"></script>', known('<p>Some words.</p>')),
    ).toBeNull()
    expect(matchPage('<p>Some words.</p>', known(''))).toBeNull()
  })
})

describe('a page that wants to hold us up', () => {
  const post = known('<p>Some words.</p>')

  test('by nesting is refused at once', () => {
    const startedAt = performance.now()
    expect(() => matchPage(`${'<div>'.repeat(100_000)}Some words.`, post)).toThrow(UnreadablePageError)
    expect(() => seekBody('<blockquote>'.repeat(100_000))).toThrow(UnreadablePageError)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('by its length is refused unread', () => {
    expect(() => matchPage('<p>Some words.</p>'.repeat(200_000), post)).toThrow(UnreadablePageError)
  })
})
