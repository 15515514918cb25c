import { expect, test } from 'vitest'
import { removeFromList } from '#shared/front-matter/edit'

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
