import { expect, test } from 'vitest'
import { setField } from '#shared/front-matter/edit'
import { changed, reasonOf } from '../outcome'

const post = '---\ndate: 2024-05-31\n---\n'

test.each([
  '2023-02-29',
  '2024-02-30',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31 10:00:00',
  '2024-05-31T24:00:00Z',
  '2024-05-31 10:60:00',
  '2024-05-31 10:00:00 +25:00',
  '0000-01-01',
])('%s is on no calendar: without quotes, parsers would refuse the file or take another day', (date) => {
  expect(reasonOf(setField(post, ['date'], { kind: 'plain', source: date }))).toBe('unsupported-value')
  expect(changed(post, setField(post, ['date'], { kind: 'text', text: date }))).toBe(
    `---\ndate: "${date}"\n---\n`,
  )
})

test.each(['2024-02-29', '2000-02-29', '2024-05-31T23:59:59Z', '2024-05-31 10:00:00 +0530', '2024-5-1'])(
  '%s is',
  (date) => {
    expect(changed(post, setField(post, ['date'], { kind: 'plain', source: date }))).toBe(
      `---\ndate: ${date}\n---\n`,
    )
  },
)
