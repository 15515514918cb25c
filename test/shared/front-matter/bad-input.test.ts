import { describe, expect, test } from 'vitest'
import { addField, editFrontMatter, removeField, setField } from '#shared/front-matter/edit'
import type { EditOptions, FieldPath, FrontMatter } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { generatorIds } from '#shared/site/detect-generator'
import { decodeTextFile } from '#shared/text/text-file'
import { changed, reasonOf } from './outcome'

/** One way of writing front matter. `line` takes a key and a text, both without anything that needs care. */
type Writing = {
  readonly name: string
  readonly options: EditOptions
  readonly line: (key: string, value: string) => string
  readonly post: (lines: readonly string[]) => string
}

const writings: readonly Writing[] = [
  {
    name: 'YAML',
    options: {},
    line: (key, value) => `${key}: "${value}"`,
    post: (lines) => `---\n${lines.join('\n')}\n---\nBody\n`,
  },
  {
    name: 'TOML',
    options: {},
    line: (key, value) => `${key} = "${value}"`,
    post: (lines) => `+++\n${lines.join('\n')}\n+++\nBody\n`,
  },
  {
    name: 'JSON',
    options: {},
    line: (key, value) => `  "${key}": "${value}"`,
    post: (lines) => `{\n${lines.join(',\n')}\n}\nBody\n`,
  },
  {
    name: 'Pelican',
    options: { generator: 'pelican' },
    line: (key, value) => `${key}: ${value}`,
    post: (lines) => `${lines.join('\n')}\n\nBody\n`,
  },
]

const set = (post: string, path: FieldPath, value: string, options: EditOptions) =>
  setField(post, path, { kind: 'text', text: value }, options)

function keysOf(read: FrontMatter): readonly string[] {
  if (read.kind !== 'fields') throw new Error(JSON.stringify(read).slice(0, 200))
  return read.fields.map(({ key }) => key)
}

/** Runs `task`, which must end within `limitMs`. */
function quickly<Result>(limitMs: number, task: () => Result): Result {
  const startMs = performance.now()
  const result = task()
  expect(performance.now() - startMs).toBeLessThan(limitMs)
  return result
}

describe.each(writings)('$name', ({ options, line, post }) => {
  test('1 MB of front matter is told to be too long, at once, and stays as it is', () => {
    const large = post([
      line('title', 'A'),
      line('long', 'word '.repeat(200_000).trimEnd()),
      line('last', 'z'),
    ])
    const read = quickly(2000, () => readFrontMatter(large, options))
    expect(read).toMatchObject({ kind: 'unreadable', message: expect.stringContaining('too long') })
    expect(quickly(2000, () => reasonOf(set(large, ['last'], 'new', options)))).toBe('unreadable')
  })

  test('so are 10,000 keys; 1,000 are read, one of them is set, one is added and taken out', () => {
    const lines = Array.from({ length: 10_000 }, (_none, index) => line(`key-${index}`, `${index}`))
    expect(quickly(2000, () => readFrontMatter(post(lines), options)).kind).toBe('unreadable')
    const some = lines.slice(0, 1000)
    const long = post(some)
    expect(quickly(5000, () => keysOf(readFrontMatter(long, options)))).toHaveLength(1000)
    const after = quickly(5000, () => changed(long, set(long, ['key-999'], 'new', options)))
    expect(after).toBe(post(some.with(999, line('key-999', 'new'))))
    const added = addField(long, 'more', { kind: 'text', text: 'x' }, options)
    expect(keysOf(readFrontMatter(changed(long, added), options)).at(-1)).toBe('more')
    expect(changed(changed(long, added), removeField(changed(long, added), 'more', options))).toBe(long)
  }, 30_000)

  test('half a character pasted into a field is refused, in a value and in a name', () => {
    const short = post([line('title', 'A')])
    for (const half of ['\ud83d', 'a\udc00b', '\udc00\ud83d']) {
      expect(reasonOf(set(short, ['title'], half, options))).toBe('unsupported-value')
      const added = addField(short, half, { kind: 'text', text: 'x' }, options)
      expect(reasonOf(added)).toBe('unsupported-value')
    }
  })

  test('a date that no calendar has, as a text, is shown and stays', () => {
    for (const date of ['2018-02-30', '2024-13-01']) {
      const dated = post([line('date', date), line('title', 'A')])
      const read = readFrontMatter(dated, options)
      expect(read.kind === 'fields' && read.fields[0]?.value).toEqual({ kind: 'text', text: date })
      const after = changed(dated, set(dated, ['title'], 'B', options))
      expect(after).toBe(post([line('date', date), line('title', 'B')]))
    }
  })
})

describe.each(writings.filter(({ name }) => name !== 'Pelican'))('$name', ({ name, options, line, post }) => {
  const odd = ['a.b', 'a b c', '🎉 party', 'constructor', 'toString', '"', "'", '#', 'é: è', '\\', '0']

  test.each(odd)('a field may be named %j', (key) => {
    const short = post([line('title', 'A')])
    const longer = changed(short, addField(short, key, { kind: 'text', text: 'x' }, options))
    expect(keysOf(readFrontMatter(longer, options))).toContain(key)
    const after = changed(longer, set(longer, [key], 'y', options))
    const read = readFrontMatter(after, options)
    const field = read.kind === 'fields' ? read.fields.find((candidate) => candidate.key === key) : undefined
    expect(field).toMatchObject({ path: [key], value: { kind: 'text', text: 'y' }, refusal: null })
    const renamed = editFrontMatter(after, { kind: 'rename-key', path: ['title'], key: `${key}2` }, options)
    expect(keysOf(readFrontMatter(changed(after, renamed), options))).toContain(`${key}2`)
    expect(changed(longer, removeField(longer, key, options))).toBe(short)
    expect(Object.keys({}.constructor.prototype)).toEqual([])
  })

  test('a field named `__proto__` is read and edited as any other, and is nothing to the program', () => {
    const named = post([line('__proto__', 'A'), line('title', 'B')])
    expect(keysOf(readFrontMatter(named, options))).toEqual(['__proto__', 'title'])
    const after = changed(named, set(named, ['title'], 'C', options))
    expect(after).toBe(post([line('__proto__', 'A'), line('title', 'C')]))
    const result = set(named, ['__proto__'], 'D', options)
    if (result.kind === 'changed') expect(changed(named, result)).toBe(named.replace('A', 'D'))
    expect('title' in {}).toBe(false)
  })

  const nesting = (depth: number): string => {
    const nested = `${'['.repeat(depth)}1${']'.repeat(depth)}`
    if (name === 'JSON') return `  "deep": ${nested}`
    return name === 'TOML' ? `deep = ${nested}` : `deep: ${nested}`
  }

  test('60 levels deep: the field beside it is edited, and so is the innermost value', () => {
    const deep = post([nesting(60), line('title', 'A')])
    expect(changed(deep, set(deep, ['title'], 'B', options))).toBe(post([nesting(60), line('title', 'B')]))
    const path = ['deep', ...Array<number>(60).fill(0)]
    const inner = setField(deep, path, { kind: 'plain', source: '2' }, options)
    expect(changed(deep, inner)).toBe(deep.replace('1', '2'))
  })

  test('200 levels deep is told with its place, and 100,000 levels throw nothing', () => {
    for (const depth of [200, 100_000]) {
      const deep = post([nesting(depth), line('title', 'A')])
      expect(readFrontMatter(deep, options)).toMatchObject({
        kind: 'unreadable',
        ...(depth === 200 && { line: 2 }),
      })
      expect(reasonOf(set(deep, ['title'], 'B', options))).toBe('unreadable')
    }
  })
})

test('Pelican reads no name but of letters, digits, `-` and `_`; `__proto__` is one', () => {
  const post = 'Title: A\n\nBody'
  const options = { generator: 'pelican' } as const
  for (const key of ['a.b', 'a b', '🎉', '']) {
    expect(reasonOf(addField(post, key, { kind: 'text', text: 'x' }, options))).toBe('unsupported-value')
  }
  const after = changed(post, addField(post, '__proto__', { kind: 'text', text: 'x' }, options))
  expect(after).toBe('Title: A\n__proto__: x\n\nBody')
  expect(keysOf(readFrontMatter(after, options))).toEqual(['Title', '__proto__'])
})

test('a YAML bomb is neither unfolded nor edited, and the field beside it is', () => {
  const levels = Array.from({ length: 30 }, (_none, index) => {
    const alias = `*l${index - 1}`
    return `l${index}: &l${index} [${index === 0 ? 'lol' : Array(10).fill(alias).join(', ')}]`
  })
  const bomb = `---\n${levels.join('\n')}\ntitle: A\n---\n`
  const read = quickly(2000, () => readFrontMatter(bomb))
  expect(JSON.stringify(read).length).toBeLessThan(1_000_000)
  const result = quickly(4000, () => set(bomb, ['title'], 'B', {}))
  if (result.kind === 'changed') expect(changed(bomb, result)).toBe(bomb.replace('title: A', 'title: B'))
  expect(quickly(4000, () => set(bomb, ['l29', 0], 'B', {})).kind).toBe('refused')
})

test.each([
  ['invalid UTF-8', [0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0xfd]],
  ['a character cut in two', [0x61, 0xf0, 0x9f, 0x98]],
  ['a surrogate as bytes', [0x61, 0xed, 0xa0, 0x80]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['UTF-16, little-endian', [0xff, 0xfe, 0x2d, 0x00, 0x2d, 0x00]],
  ['UTF-16, big-endian', [0xfe, 0xff, 0x00, 0x2d, 0x00, 0x2d]],
  ['NUL', [0x61, 0x00]],
])('%s is no text, so that there is nothing to edit', (_what, bytes) => {
  expect(decodeTextFile(new Uint8Array(bytes)).kind).toBe('not-text')
})

test.each(['---js', '--- js', '---javascript', '---JS', '---coffee', '---cson', '---\tjs '])(
  'front matter that says it is code (%j) is no front matter',
  (opener) => {
    const post = `${opener}\n{ title: (globalThis.ran = true) }\n---\nBody\n`
    for (const generator of [null, ...generatorIds]) {
      const options = { generator, openerless: true, pelican: true }
      const read = readFrontMatter(post, options)
      // Pelican skips a first line of `---js`-like dashes and would read the lines below as headers: this one is none
      expect(read).toEqual({ kind: 'none' })
      expect(reasonOf(set(post, ['title'], 'x', options))).toBe('no-front-matter')
    }
    expect('ran' in globalThis).toBe(false)
  },
)

test.each([['date: 2018-02-30'], ['date: 2024-13-01'], ['date: 2018-02-30T25:61:00Z']])(
  'a plain date of YAML that no calendar has (%j) is shown as it is and never changed',
  (line) => {
    const post = `---\n${line}\ntitle: A\n---\n`
    const read = readFrontMatter(post)
    const value = read.kind === 'fields' ? read.fields[0]?.value : undefined
    const shown = value?.kind === 'text' ? value.text : value?.kind === 'plain' ? value.source : undefined
    expect(`date: ${shown}`).toBe(line)
    expect(changed(post, set(post, ['title'], 'B', {}))).toBe(post.replace('A', 'B'))
  },
)

test('TOML has no such date: the mistake is told with its place', () => {
  const post = '+++\ntitle = "A"\ndate = 2018-02-30\n+++\n'
  expect(readFrontMatter(post)).toMatchObject({ kind: 'unreadable', line: 3 })
  expect(reasonOf(set(post, ['title'], 'B', {}))).toBe('unreadable')
})
