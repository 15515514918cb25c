import { expect, test } from 'vitest'
import { imageReference } from '../../../renderer/front-matter/image-reference'

test.each(['https://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AA', 'file:///a.png'])(
  '%s is on another site and never asked for',
  (text) => expect(imageReference(text)).toEqual({ kind: 'elsewhere' }),
)

test.each([
  ['/images/a.png', ['/images/a.png']],
  ['./a.png', ['./a.png']],
  ['../a.png', ['../a.png']],
  ['images/a.png', ['images/a.png', '/images/a.png']],
  ['.hidden/a.png', ['.hidden/a.png', '/.hidden/a.png']],
])('%s is asked for as %j', (text, tries) => {
  expect(imageReference(text)).toEqual({ kind: 'in-blog', tries })
})

test('nothing is nothing', () => {
  expect(imageReference('  ')).toEqual({ kind: 'none' })
})
