import { describe, expect, test } from 'vitest'
import { fieldsOf, fieldWith } from './archive'

describe('the kind of a field', () => {
  test.each([
    ['title', ['A', 'B', 'C'], 'text'],
    ['title', ['Weekly', 'Weekly', 'Weekly', 'Weekly'], 'text'],
    ['date', ['2018-05-31', '"May 31, 2018"', '2018-05-31 12:00:00 +0200'], 'date'],
    ['published_on', ['May 31, 2018', 'August 05, 2015'], 'date'],
    ['date', ['04/03/2024', '05/03/2024'], 'text'],
    ['draft', ['yes', 'no', 'true', ''], 'yes-no'],
    ['comments', ['true', 'disqus', 'false', 'disqus'], 'text'],
    ['weight', ['1', '20', '012'], 'number'],
    ['version', ['1', '"1.10"', 'beta'], 'text'],
    ['author', ['Ann', 'Ben', 'Ann'], 'reference'],
    ['author', ['Ann', 'Ben', 'Cho'], 'reference'],
    ['translated_by', ['Ann'], 'reference'],
    ['series', ['Paper', 'Ink'], 'reference'],
    ['author', ['Ann, who writes about paper, ink and everything else that is flat enough'], 'text'],
    ['category', ['news', 'news', 'views'], 'choice'],
    ['category', ['news', 'views'], 'text'],
    ['mood', ['calm', 'calm', 'wild', 'calm', 'wild', 'calm'], 'choice'],
    ['mood', ['calm', 'calm', 'wild'], 'text'],
    ['tags', ['[a, b]', '[]', '\n  - c'], 'list'],
    ['tags', ['[a, b]', 'c'], 'list'],
    ['tags', ['', ''], 'list'],
    ['links', ['[]', '[]'], 'list'],
    ['description', ['Short.', 'Also short.'], 'long-text'],
    ['quote', ['|\n  two\n  lines', 'one'], 'long-text'],
    ['motto', ['a '.repeat(60), 'b '.repeat(60)], 'long-text'],
    ['image', ['/a.png', 'b.jpg', 'https://c.org/d'], 'image'],
    ['header-img', ['img/a', 'img/b'], 'image'],
    ['image', ['a sunset', 'two hills'], 'text'],
    ['shot', ['a.png', 'b.webp?v=2'], 'image'],
    ['thumbnail', [''], 'image'],
    ['extra', ['{a: 1}', '{b: 2}'], 'object'],
    ['extra', ['{}'], 'object'],
    ['links', ['[{name: Ann}]', '[{name: Ben}]'], 'object-list'],
    ['authors', ['{name: Ann}', '[{name: Ben}]'], 'object-list'],
    ['sidebar', ['true', '{left: 1}'], 'other'],
    ['authors', ['[ann]', '[ann, ben]', '[{name: Cho}]'], 'list'],
    ['authors', ['[{name: Ann}]', '[{name: Ben}]', 'cho'], 'object-list'],
    ['matrix', ['[[1, 2]]'], 'other'],
    ['pubDate', ['', ''], 'date'],
    ['thing', ['', ''], 'text'],
  ])('%s: %j is %s', (key, values, kind) => expect(fieldWith(key, values).kind).toBe(kind))

  test('a few exceptions do not take a control away from all other posts', () => {
    const many = (value: string) => Array.from({ length: 99 }, () => value)
    expect(fieldWith('draft', [...many('true'), 'later']).kind).toBe('yes-no')
    expect(fieldWith('date', [...many('2024-01-01'), 'soon']).kind).toBe('date')
    expect(fieldWith('seo', [...many('{title: A}'), 'none']).kind).toBe('object')
  })

  test.each([
    ['tags', ['a', '[a, b]'], 'list'],
    ['author', ['Ann', 'Ben', 'Cho', 'Dan', '[Ann, Ben]'], 'reference'],
    ['keywords', ['a', 'b', 'c', 'd', '[e, f]'], 'list'],
    ['authors', ['{name: Ann}', '[{name: Ben}]'], 'object-list'],
  ])('%s: %j is a value here and a list there', (key, values, kind) =>
    expect(fieldWith(key, values)).toMatchObject({ kind, isOneOrList: true }),
  )

  test('a list here or there takes no picture’s or text’s control away', () => {
    const many = Array.from({ length: 39 }, (_, index) => `a${index}.png`)
    expect(fieldWith('image', [...many, '[a.png, b.png]'])).toMatchObject({
      kind: 'image',
      isOneOrList: false,
    })
  })

  test('a field that is always a list is no value anywhere', () => {
    expect(fieldWith('tags', ['[a]', '[]', '']).isOneOrList).toBe(false)
  })

  test('fields inside objects and lists of objects have their own', () => {
    const [seo, links] = fieldsOf(
      'seo: {title: A, noindex: false}\nlinks: [{url: /a, since: 2024-01-01}, {url: /b}]',
      'seo: {noindex: true, title: B}\nlinks: [{url: /c}]',
      'seo: {title: C}',
    )
    expect(seo?.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['title', 'text'],
      ['noindex', 'yes-no'],
    ])
    expect(links?.fields.map(({ key, kind, share }) => [key, kind, share])).toEqual([
      ['url', 'text', 1],
      ['since', 'date', 1 / 3],
    ])
  })

  test('values nested without end do no harm', () => {
    const deep = `${'{a: '.repeat(60)}1${'}'.repeat(60)}`
    const levels = (fields: readonly { fields: readonly never[] }[]): number =>
      fields.length === 0 ? 0 : 1 + levels(fields[0]?.fields ?? [])
    expect(levels([fieldWith('deep', [deep]) as never])).toBeLessThan(10)
  })
})
