import { describe, expect, test } from 'vitest'
import { addedValueOf } from '#shared/front-matter/added-value'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, FieldPath } from '#shared/front-matter/front-matter'
import { changed, reasonOf } from './outcome'

function json(value: unknown): AddedValue {
  const added = addedValueOf(value)
  if (added === null) throw new Error('no JSON')
  return added
}

function set(text: string, path: FieldPath, value: unknown): string {
  return changed(text, editFrontMatter(text, { kind: 'set', path, value: json(value) }))
}

const yaml = (lines: string): string => `---\n${lines}\n---\nBody\n`
const toml = (lines: string): string => `+++\n${lines}\n+++\nBody\n`

describe('a list or map that is set keeps the parts that stay as they are', () => {
  test.each([
    {
      what: 'comments in a map',
      before: yaml('author:\n  name: Jane # who\n  # where\n  mail: j@example.org'),
      path: ['author'],
      value: { name: 'Joe', mail: 'j@example.org', url: 'x' },
      after: yaml('author:\n  name: Joe # who\n  # where\n  mail: j@example.org\n  url: x'),
    },
    {
      what: 'comments in a list',
      before: yaml('tags:\n  # first\n  - a # A\n  # second\n  - b # B'),
      path: ['tags'],
      value: ['a', 'c'],
      after: yaml('tags:\n  # first\n  - a # A\n  # second\n  - c # B'),
    },
    {
      what: 'spaces at line ends and blank lines',
      before: yaml('tags:\n  - a  \n\n  - b  '),
      path: ['tags'],
      value: ['a', 'c'],
      after: yaml('tags:\n  - a  \n\n  - c  '),
    },
    {
      what: 'a list of maps',
      before: yaml('links:\n  - name: A # first\n    url: x\n  - name: B\n    url: y.org'),
      path: ['links'],
      value: [
        { name: 'A', url: 'z' },
        { name: 'B', url: 'y.org' },
      ],
      after: yaml('links:\n  - name: A # first\n    url: z\n  - name: B\n    url: y.org'),
    },
    {
      what: 'the lines of a list in TOML',
      before: toml('tags = [\n  \'a\', # A\n  "b"\n]'),
      path: ['tags'],
      value: ['a', 'b', 'c'],
      after: toml('tags = [\n  \'a\', # A\n  "b",\n  "c"\n]'),
    },
    {
      what: 'the lines and quotes of a list in TOML that gets another order',
      before: toml('tags = [\n  \'a\',\n  "b",\n]'),
      path: ['tags'],
      value: ['x', 'b', 'a'],
      after: toml('tags = [\n  "x",\n  "b",\n  \'a\',\n]'),
    },
    {
      what: 'the spaces between brackets in TOML',
      before: toml("tags = [ 'a','b' ]"),
      path: ['tags'],
      value: ['b', 'a', 'c'],
      after: toml("tags = [ 'b','a','c' ]"),
    },
    {
      what: 'a table with comments in TOML',
      before: toml('[author] # who\nname = "Jane" # her\nmail = "x"'),
      path: ['author'],
      value: { name: 'Joe', mail: 'x' },
      after: toml('[author] # who\nname = "Joe" # her\nmail = "x"'),
    },
    {
      what: 'items on one line in JSON',
      before: '{\n  "people": [\n    { "name": "A" },\n    { "name": "B" }\n  ]\n}\nBody\n',
      path: ['people'],
      value: [{ name: 'A' }],
      after: '{\n  "people": [\n    { "name": "A" }\n  ]\n}\nBody\n',
    },
  ])('$what', ({ before, path, value, after }) => {
    expect(set(before, path, value)).toBe(after)
  })

  test('but a change that would lose a comment is refused', () => {
    const before = yaml('tags:\n  - a # A\n  - b # B')
    const edit = { kind: 'set', path: ['tags'], value: json(['a']) } as const
    expect(reasonOf(editFrontMatter(before, edit))).toBe('comment-in-the-way')
  })

  test('and what is so already changes nothing', () => {
    const before = yaml('tags: [ a,b ]')
    expect(set(before, ['tags'], ['a', 'b'])).toBe(before)
  })
})
