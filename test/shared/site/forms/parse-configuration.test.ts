import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseConfiguration } from '#shared/site/forms/parse-configuration'
import { jsonOf, type SourcedValue } from '#shared/site/forms/sourced-value'

const read = (path: string, text: string) => {
  const { value, problems } = parseConfiguration({ path, text })
  return {
    json: value === null ? null : jsonOf(value),
    lines: problems.map(({ origin }) => origin.line),
    problems,
  }
}

describe('a configuration file', () => {
  test('may begin with a byte order mark and have any line endings', () => {
    for (const ending of ['\n', '\r\n']) {
      const text = `\uFEFFa: 1${ending}b: [x]${ending}`
      expect(read('a.yml', text).json).toEqual({ a: 1, b: ['x'] })
    }
    expect(read('a.json', '\uFEFF{"a": 1}').json).toEqual({ a: 1 })
  })

  test('names the line of a mistake, and what stands before and after it counts', () => {
    const { json, lines } = read('a.yml', 'a: 1\nb: "x\nc: 2\n')
    expect(json).toMatchObject({ a: 1 })
    expect(lines.length).toBeGreaterThan(0)
    expect(read('a.yml', 'a: 1\nb: *none\nc: 2\n')).toMatchObject({
      json: { a: 1, b: null, c: 2 },
      lines: [2],
    })
    expect(read('a.json', '{\n"a": 1,\n"b": ,\n"c": 2 }')).toMatchObject({ json: { a: 1, c: 2 }, lines: [3] })
    expect(read('a.toml', 'a = 1\nb = @\n')).toMatchObject({ json: null, lines: [2] })
  })

  test('is no way into the prototypes of objects', () => {
    const { json } = read(
      'a.yml',
      '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }',
    )
    expect(Object.keys(json ?? {})).toEqual(['__proto__', 'constructor'])
    expect(read('a.json', '{"__proto__": {"polluted": 1}}').json).toEqual(
      JSON.parse('{"__proto__": {"polluted": 1}}'),
    )
    expect(Object.keys(read('a.toml', '[__proto__]\npolluted = 1').json ?? {})).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('TOML’s tables, dotted keys, dates and arrays of tables come out as one value', () => {
    const text = 'a.b = 1\n[[c]]\nd = 2024-05-06\n[c.e]\nf = [1, {g = "h"}]\n[[c]]\nd = false\n'
    expect(read('a.toml', text).json).toEqual({
      a: { b: 1 },
      c: [{ d: '2024-05-06', e: { f: [1, { g: 'h' }] } }, { d: false }],
    })
  })
})

describe('a hostile configuration file', () => {
  test('that multiplies itself by aliases is cut off', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`,
    )
    const startedMs = performance.now()
    const { value, problems } = parseConfiguration({ path: 'a.yml', text: levels.join('\n') })
    expect(performance.now() - startedMs).toBeLessThan(2_000)
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('too large'))
    expect(countOf(value)).toBeLessThan(100_000)
  })

  test('that stands in itself is cut off', () => {
    expect(read('a.yml', 'a: &a [1, *a]')).toMatchObject({ json: { a: [1, null] }, lines: [1] })
    expect(read('a.yml', 'a: &a\n  <<: *a\n  b: 1')).toMatchObject({ json: { a: { b: 1 } }, lines: [2] })
  })

  test.each([
    ['brackets', 'a.yml', `a: ${'['.repeat(1_000_000)}`],
    ['braces', 'a.yml', `a: ${'{a: '.repeat(250_000)}`],
    ['dashes', 'a.yml', '- '.repeat(500_000)],
    ['question marks', 'a.yml', `a:\n ${'? '.repeat(500_000)}`],
    ['brackets', 'a.json', '['.repeat(1_000_000)],
    ['objects', 'a.json', '{"a":'.repeat(200_000)],
    ['brackets', 'a.toml', `a = ${'['.repeat(1_000_000)}`],
    ['dotted keys', 'a.toml', `${'a.'.repeat(20_000)}a = 1`],
  ])('with %s without end in %s is left out at once', (_, path, text) => {
    const startedMs = performance.now()
    const { value, problems } = parseConfiguration({ path, text })
    expect(performance.now() - startedMs).toBeLessThan(2_000)
    expect(value).toBeNull()
    expect(problems.map(({ message }) => message)).toEqual([
      'This file is nested deeper than any configuration. Galley leaves it out.',
    ])
  })

  test('that is a hundred levels deep is read down to there', () => {
    const { value, problems } = parseConfiguration({
      path: 'a.yml',
      text: `a: ${'['.repeat(150)}${']'.repeat(150)}`,
    })
    expect(value?.kind).toBe('map')
    expect(problems.map(({ message }) => message)).toEqual([
      'This is nested deeper than any configuration. Galley leaves it out.',
    ])
  })

  test('never throws, whatever it holds', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'ab:-[]{}&*<>|"\'#\n\t ,=.1é\u2028\uFEFF\0'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(fc.constantFrom('a.yml', 'a.json', 'a.toml'), noise, (path, text) => {
        const { value, problems } = parseConfiguration({ path, text })
        for (const { origin } of problems) expect(origin.line).toBeGreaterThan(0)
        if (value !== null) JSON.stringify(jsonOf(value))
      }),
      { numRuns: 500 },
    )
  })
})

function countOf(value: SourcedValue | null): number {
  if (value === null || value.kind === 'scalar') return 1
  const parts = value.kind === 'list' ? value.items : value.entries.map((entry) => entry.value)
  return parts.reduce((sum, part) => sum + countOf(part), 1)
}
