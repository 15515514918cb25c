import { expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { fieldsOf, nearestField, valueAt } from '../../../renderer/front-matter/fields-at'

const text = '---\na: { b: [x, { c: y }] }\n"d.e": z\ntwice: 1\ntwice: 2\n---\n'
const fields = fieldsOf(readFrontMatter(text))

test.each([
  [['a', 'b', 0], 'x'],
  [['a', 'b', 1, 'c'], 'y'],
  [['d.e'], 'z'],
])('%j leads to %s', (path, value) => {
  expect(valueAt(fields, path)).toEqual({ kind: 'text', text: value })
})

test.each([[['a', 'x']], [['a', 'b', 2]], [['d', 'e']], [['d.e', 'f']], [['__proto__']], [['constructor']]])(
  '%j leads nowhere',
  (path) => {
    expect(valueAt(fields, path)).toBeNull()
  },
)

test.each([
  [['a', 'b', 1, 'c'], 0, 'y }'],
  [['a', 'b', 0], 0, '[x'],
  [['twice'], 1, '2\n'],
  [['gone'], 0, null],
] as const)('the place of %j (%i) begins with %j', (path, nth, source) => {
  const from = nearestField(fields, path, nth)?.valueRange.from
  expect(from === undefined ? null : text.slice(from).startsWith(source ?? '')).toBe(
    source === null ? null : true,
  )
})
