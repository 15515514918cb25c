import { describe, expect, test } from 'vitest'
import type { FieldEdit } from '#shared/front-matter/front-matter'
import { type EditToCheck, judge, missingPython } from './python'

const missing = missingPython('yaml') ?? missingPython('tomllib')

const setTitle = (text: string): FieldEdit => ({
  kind: 'set',
  path: ['title'],
  value: { kind: 'text', text },
})

/** What the judge says of one edit. */
async function verdict(edit: EditToCheck): Promise<string> {
  const { checked, wrong } = await judge([edit])
  if (checked === 0) return 'not judged'
  return wrong[0]?.why ?? 'right'
}

describe.skipIf(missing !== null)(`the judge${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const yaml = (before: string, after: string, edit: FieldEdit) =>
    verdict({ language: 'yaml', before, after, edit })
  const toml = (before: string, after: string, edit: FieldEdit) =>
    verdict({ language: 'toml', before, after, edit })

  test('agrees with an edit that means what it should', async () => {
    expect(await yaml('title: A\nx: 012\n', 'title: "no"\nx: 012\n', setTitle('no'))).toBe('right')
    expect(await toml('title = "A"\n', 'title = "12"\n', setTitle('12'))).toBe('right')
    expect(await yaml('title: |\n  A\n', 'title: |\n  B\n', setTitle('B'))).toBe('right')
  })

  test('objects to another type, another value, another key, and a value that is written twice', async () => {
    expect(await yaml('title: A\n', 'title: no\n', setTitle('no'))).toBe('different')
    expect(await yaml('title: A\nx: 012\n', 'title: B\nx: 12\n', setTitle('B'))).toBe('different')
    expect(await yaml('title: A\nx: 1\n', 'title: B\n', setTitle('B'))).toBe('different')
    expect(await toml('title = "A"\n', 'title = 12\n', setTitle('12'))).toBe('different')
    const append: FieldEdit = { kind: 'append', path: ['tags'], value: { kind: 'text', text: 'b' } }
    expect(await yaml('tags: [a]\n', 'tags: [a, b, b]\n', append)).toBe('different')
  })

  test('objects to what cannot be loaded any more, and to an edit that should have been refused', async () => {
    expect(await yaml('title: A\n', 'title: "A\n', setTitle('A'))).toContain('unloadable')
    expect(await yaml('title: A\n', 'title: 2020-02-30\n', setTitle('x'))).toContain('unloadable')
    expect(await toml('x = 1\n', 'x = 1\ntitle = "A"\n', setTitle('A'))).toContain('not refused')
  })

  test('has no say where nothing could be loaded before', async () => {
    expect(await yaml('title: {{ x }}\n', 'title: A\n', setTitle('A'))).toBe('not judged')
  })
})
