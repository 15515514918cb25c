import { expect, test } from 'vitest'
import { editFrontMatter, removeField, removeFromList } from '#shared/front-matter/edit'

test.each([
  ['YAML', '---\ntags: [a]\n---\n'],
  ['TOML', "+++\ntags = ['a']\n+++\n"],
  ['JSON', '{\n  "tags": ["a"]\n}\n'],
])('an item that is not there is refused in a writer’s words: %s', (_, text) => {
  expect(removeFromList(text, ['tags'], 3)).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'no-such-field', message: 'The list has no item at that place.' },
  })
})

test.each([
  ['of headers', 'Title: A\n\nBody: text\n', { pelican: true }],
  ['without an opener', 'Title: A\n...\nBody\n', { openerless: true }],
])('the only field of front matter %s is not removed, as its text would be', (_, text, options) => {
  expect(removeField(text, 'Title', options)).toMatchObject({
    kind: 'refused',
    refusal: {
      reason: 'would-touch-more',
      message: expect.stringContaining('could not be told apart from the text below it'),
    },
  })
})

test('a JSON object with one name twice is refused for that', () => {
  const one = ['a', { kind: 'plain', source: '1' }] as const
  const value = { kind: 'map', entries: [one, one] } as const
  expect(editFrontMatter('{\n  "x": 1\n}\n', { kind: 'set', path: ['x'], value })).toMatchObject({
    refusal: { message: 'The same name is there twice. Remove one of the two.' },
  })
})
