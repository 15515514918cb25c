import { expect, test } from 'vitest'
import { describeOrigins } from '../../../renderer/front-matter/field-origin'
import { schemaOf } from './fields'

test('a field says which files decided what, and how many posts it was learnt from', () => {
  const schema = schemaOf('text', { share: 0.5, origins: { label: { file: 'admin/config.yml', line: 12 } } })
  expect(describeOrigins(schema, 28)).toEqual([
    'Label from admin/config.yml, line 12.',
    'Learnt from 14 posts.',
  ])
})

test.each([
  [schemaOf('text', { share: 1 }), 1, ['Learnt from 1 post.']],
  [
    schemaOf('text', { share: 0, origins: { kind: { file: 'a.yml', line: 2 } } }),
    9,
    ['Kind from a.yml, line 2.'],
  ],
  [undefined, 9, ['Only this post has it; its kind is told by its value.']],
])('%# says just what is so', (schema, postCount, sentences) => {
  expect(describeOrigins(schema, postCount)).toEqual(sentences)
})
