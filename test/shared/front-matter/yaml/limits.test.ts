import { describe, expect, test } from 'vitest'
import { editFrontMatter, setField } from '#shared/front-matter/edit'
import type { AddedValue, FieldEdit } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed, reasonOf } from '../outcome'

/** Generous on a busy machine; work that grows with the square of the size would take minutes. */
const patienceMs = 8000

function within<Result>(work: () => Result, limitMs = patienceMs): Result {
  const startMs = performance.now()
  const result = work()
  expect(performance.now() - startMs).toBeLessThan(limitMs)
  return result
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('10,000 keys', () => {
  const post = `---\n${lines(10_000, (index) => `k${index}: 1`)}\n---\nBody\n`
  const order = Array.from({ length: 10_000 }, (_, index) => `k${index}`)

  test.each<[string, FieldEdit]>([
    ['set', { kind: 'set', path: ['k77'], value: { kind: 'text', text: 'x' } }],
    ['add-key', { kind: 'add-key', path: [], key: 'new', value: { kind: 'text', text: 'x' } }],
    ['remove-key', { kind: 'remove-key', path: ['k500'] }],
    ['rename-key', { kind: 'rename-key', path: ['k9999'], key: 'last' }],
  ])('%s takes time in proportion', (_kind, edit) => {
    const habit = { order, quotes: 'plain', list: 'flow' } as const
    const after = changed(
      post,
      within(() => editFrontMatter(post, edit, { habit })),
    )
    expect(after.endsWith('\n---\nBody\n')).toBe(true)
    expect(within(() => readFrontMatter(after)).kind).toBe('fields')
  })
})

describe('5,000 items', () => {
  const list: AddedValue = {
    kind: 'list',
    items: Array.from({ length: 5000 }, (_, index) => ({ kind: 'text', text: `a${4999 - index}` })),
  }
  test.each<[string, string]>([
    ['on lines', `l:\n${lines(5000, (index) => `  - a${index}`)}`],
    ['with comments', `l:\n${lines(5000, (index) => `  - a${index} # c`)}`],
    ['in brackets', `l: [${lines(5000, (index) => `a${index}`).replaceAll('\n', ', ')}]`],
  ])('%s are moved, appended to and set in time in proportion', (_name, block) => {
    const post = `---\n${block}\n---\n`
    const append: FieldEdit = { kind: 'append', path: ['l'], value: { kind: 'text', text: 'x' } }
    const move: FieldEdit = { kind: 'move-item', path: ['l'], from: 0, to: 4999 }
    expect(within(() => editFrontMatter(post, append)).kind).toBe('changed')
    expect(within(() => editFrontMatter(post, move)).kind).toBe('changed')
    const set = within(() => editFrontMatter(post, { kind: 'set', path: ['l'], value: list }))
    expect(set.kind).toBe(block.includes('#') ? 'refused' : 'changed')
  })
})

describe('what is no front matter that anyone wrote is refused at once', () => {
  test.each([
    ['1 MB', 'title: A long enough line of text\n'.repeat(31_000)],
    ['200 levels of lines', lines(200, (depth) => `${' '.repeat(depth)}a:`)],
    ['200 levels of brackets', `a: ${'['.repeat(200)}${']'.repeat(200)}`],
    ['90,000 open brackets', `a: ${'['.repeat(90_000)}`],
  ])('%s', (_name, block) => {
    const post = `---\nfirst: A\n${block}\n---\n`
    const read = within(() => readFrontMatter(post))
    expect(read.kind).toBe('unreadable')
    expect(reasonOf(within(() => setField(post, ['first'], { kind: 'text', text: 'B' })))).toBe('unreadable')
  })

  test.each([
    [
      'aliases of aliases',
      ['a0: &a0 [x, x]', lines(30, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join('\n'),
    ],
    ['3,000 aliases', lines(3000, (index) => `a${index}: &x${index} 1\nb${index}: *x${index}`)],
    ['3,000 merges', `b: &m {k: 1}\n${lines(3000, (index) => `a${index}:\n  <<: *m\n  z: 1`)}`],
  ])('%s cost no more than their text, and other fields stay editable', (_name, block) => {
    const post = `---\nfirst: A\n${block}\n---\n`
    expect(within(() => readFrontMatter(post)).kind).toBe('fields')
    expect(within(() => setField(post, ['first'], { kind: 'text', text: 'B' })).kind).toBe('changed')
  })
})

test('a key typed into a field among 200 leaves most of a frame to the rest', () => {
  const kinds = [
    (index: number) => `key${index}:\n  - a\n  - b # c`,
    (index: number) => `key${index}: "quoted value ${index}"`,
    (index: number) => `key${index}: 2018-05-31`,
    (index: number) => `key${index}: {a: 1, b: two}`,
  ]
  let post = `---\n${lines(200, (index) => kinds[index % 4]?.(index) ?? '')}\n---\nBody\n`
  const timesMs: number[] = []
  for (let typed = 1; typed <= 160; typed++) {
    const startMs = process.cpuUsage().user / 1000
    post = changed(post, setField(post, ['key101'], { kind: 'text', text: 'x'.repeat(typed % 40) }))
    expect(readFrontMatter(post).kind).toBe('fields')
    timesMs.push(process.cpuUsage().user / 1000 - startMs)
  }
  // the median once warm, and processor time: other work on the machine is not this one's
  const warm = timesMs.slice(60).toSorted((one, other) => one - other)
  expect(warm[50]).toBeLessThan(16)
})
