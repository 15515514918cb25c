import { describe, expect, test } from 'vitest'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { observePost } from '#shared/front-matter/infer/observe-post'
import { fieldsOf, fieldWith, postsWith } from './archive'

const times = (count: number, block: string): readonly string[] => Array.from({ length: count }, () => block)

describe('the form of a folder', () => {
  test('fields come in their usual order, with the share of posts that have them', () => {
    const fields = fieldsOf(
      'title: A\ndate: 2018-05-31\ntags: [a]',
      'title: B\nsubtitle: C\ndate: 2018-05-31',
      'date: 2018-05-31\ntags: [b]',
    )
    expect(fields.map(({ key, share }) => [key, share])).toEqual([
      ['title', 2 / 3],
      ['subtitle', 1 / 3],
      ['date', 1],
      ['tags', 2 / 3],
    ])
  })

  test('a post that has a field at the bottom does not move it', () => {
    const usual = 'layout: post\ntitle: A\ndate: 2018-05-31\ntags: [a]'
    const odd = 'layout: post\na: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ndate: 2018-05-31\ntags: [a]\ntitle: A'
    expect(
      fieldsOf(usual, usual, usual, odd)
        .map(({ key }) => key)
        .filter((key) => key.length > 1),
    ).toEqual(['layout', 'title', 'date', 'tags'])
  })

  test('no posts have no fields, and posts that cannot be read teach nothing', () => {
    expect(inferFields([])).toEqual([])
    expect(observePost('---\ntitle: {#if\n---\n', {}, true)).toBeNull()
    expect(observePost('Prose', {}, true)).toBeNull()
  })

  test('a key that a post has twice counts once', () => {
    expect(fieldsOf('title: A\ntitle: B', 'x: 1')[0]).toMatchObject({ key: 'title', share: 1 / 2 })
  })

  test('keys that differ only in letter case are one, as most posts write it', () => {
    expect(
      fieldsOf('Title: A', 'title: B', 'title: C\nTITLE: D').map(({ key, share }) => [key, share]),
    ).toEqual([['title', 1]])
  })

  test('ten thousand keys make no form of ten thousand fields', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')
    const fields = fieldsOf('title: A', 'title: B', many)
    expect(fields).toHaveLength(300)
    expect(fields[0]?.key).toBe('title')
  })

  test.each(['__proto__', 'constructor', 'a.b', 'with spaces', '🖋'])('a key may be called %s', (key) => {
    expect(fieldWith(`"${key}"`, ['A'])).toMatchObject({ key, kind: 'text' })
  })
})

describe('required fields', () => {
  const titles = times(19, 'title: A')

  test('are those that 95 % of the published posts have', () => {
    expect(fieldsOf(...titles, 'x: 1')[0]).toMatchObject({ key: 'title', isRequired: true })
    expect(fieldsOf(...titles, 'x: 1', 'x: 1')[0]).toMatchObject({ key: 'title', isRequired: false })
  })

  test('must hold something', () => {
    expect(fieldsOf(...titles, 'title: ""', 'title:')[0]?.isRequired).toBe(false)
    expect(fieldWith('draft', times(6, 'false')).isRequired).toBe(true)
  })

  test('are not known from fewer than five published posts', () => {
    expect(fieldsOf(...times(4, 'title: A'))[0]?.isRequired).toBe(false)
    expect(fieldsOf(...times(5, 'title: A'))[0]?.isRequired).toBe(true)
  })

  test('may be missing in drafts', () => {
    const drafts = postsWith('x: 1', 'x: 1').map((post) => ({ ...post, isPublished: false }))
    expect(inferFields([...postsWith(...times(5, 'title: A')), ...drafts])[0]).toMatchObject({
      key: 'title',
      isRequired: true,
    })
  })
})

test('rare fields are those of few posts, but never what says what the post is and whether it is out', () => {
  const fields = fieldsOf(
    ...times(19, 'layout: a'),
    'layout: b\ntitle: A\ndate: 2018-05-31\ntags: []\ndraft: true\nAuthor: Ann\nmood: calm',
  )
  expect(fields.filter(({ isRare }) => isRare).map(({ key }) => key)).toEqual(['mood'])
})

describe('values to choose from', () => {
  test('come most used first, with how often they are used', () => {
    expect(fieldsOf('tags: [a, b]', 'tags: [b, 2018]', 'tags: b')[0]).toMatchObject({
      kind: 'list',
      choices: [
        { value: 'b', label: null, count: 3 },
        { value: 'a', label: null, count: 1 },
        { value: '2018', label: null, count: 1 },
      ],
    })
  })

  test('are not offered where each post has its own', () => {
    expect(fieldWith('aliases', ['[/a]', '[/b]']).choices).toEqual([])
    expect(fieldWith('subtitle', ['A', 'A', 'A', 'A']).choices).toEqual([])
  })
})

describe('the way a field is written', () => {
  test.each([
    ['title', ['"A"', '"B"', 'C'], { quotes: 'double' }],
    ['title', ["'A'", "'B'", 'C'], { quotes: 'single' }],
    ['text', ['|\n  A', '"B"'], { quotes: 'double' }],
    ['date', ['"May 31, 2018"'], { quotes: 'double', datePattern: 'MMMM D, YYYY' }],
    [
      'date',
      ['2018-05-31 12:00:00 +0200', '2018-01-01 08:30:00 +0100', '2018-05-31'],
      { quotes: 'plain', datePattern: 'YYYY-MM-DD[ ]HH:mm:ss[ ]ZZ' },
    ],
    ['tags', ['[a, b]', '\n  - a'], { list: 'flow' }],
    ['tags', ['\n  - a', '\n    - b', '\n- c'], { list: 'block-indented', quotes: 'plain' }],
    ['tags', ['\n- a', '\n- b'], { list: 'block' }],
    ['tags', ['a', 'b', '[c]'], { list: 'one' }],
    ['tags', ['["a, b", "c"]', "\n  - 'd'"], { quotes: 'double' }],
    ['tags', ["\n  - 'a'\n  - 'b'"], { quotes: 'single' }],
    ['draft', ['yes', 'no', 'true'], { words: { yes: 'yes', no: 'no' } }],
    ['draft', ['False', 'True'], { words: { yes: 'True', no: 'False' } }],
    ['draft', ['ON'], { words: { yes: 'ON', no: 'OFF' } }],
    ['title', ['A'], { datePattern: null, words: null }],
  ])('%s: %j', (key, values, habit) => expect(fieldWith(key, values).habit).toMatchObject(habit))

  test('is the other fields’ where its own values do not say', () => {
    const [title, tags] = fieldsOf('title: "A"\ntags: []\nseries:\n- a', 'title: "B"\ntags:')
    expect(title?.habit).toMatchObject({ quotes: 'double', list: 'block' })
    expect(tags?.habit).toMatchObject({ quotes: 'double', list: 'block' })
  })

  test('is known in TOML and JSON as well', () => {
    const toml = observePost('+++\ntitle = \'A\'\ntags = ["a"]\ndate = 2018-05-31T08:00:00Z\n+++\n', {}, true)
    const json = observePost('{\n"title": "A",\n"draft": true\n}\n', {}, true)
    const fields = inferFields([toml, toml, json].flatMap((post) => post ?? []))
    expect(fields.map(({ key, kind, habit }) => [key, kind, habit.quotes])).toEqual([
      ['title', 'text', 'single'],
      ['tags', 'list', 'double'],
      ['date', 'date', 'plain'],
      ['draft', 'yes-no', 'plain'],
    ])
    expect(fields[2]?.habit.datePattern).toBe('YYYY-MM-DD[T]HH:mm:ss[Z]')
  })
})

test('what reads as a number or as yes and no in Pelican’s headers is one', () => {
  const post = observePost('Title: A\nDate: 2024-01-01\nPart: 2\nHidden: no\n\nText', { pelican: true }, true)
  expect(inferFields(post === null ? [] : [post]).map(({ key, kind }) => [key, kind])).toEqual([
    ['Title', 'text'],
    ['Date', 'date'],
    ['Part', 'number'],
    ['Hidden', 'yes-no'],
  ])
})

describe('groups', () => {
  const keys = (...names: readonly string[]) => names.map((name) => `${name}: a`).join('\n')

  test('are keys with the same beginning that stand together', () => {
    const fields = fieldsOf(keys('title', 'og_title', 'og_image', 'og_type', 'layout'))
    expect(fields.map(({ key, group }) => [key, group])).toEqual([
      ['title', null],
      ['og_title', 'Og'],
      ['og_image', 'Og'],
      ['og_type', 'Og'],
      ['layout', null],
    ])
  })

  test('are not made of two, nor of keys that stand apart', () => {
    const fields = fieldsOf(keys('og_title', 'og_image', 'title', 'og_type', 'published_on', 'published_by'))
    expect(fields.every(({ group }) => group === null)).toBe(true)
  })
})
