import { expect, test } from 'vitest'
import { willItPublish } from '#shared/post/will-it-publish'

const words = (...[published, reason, rule, permalink]: readonly (never | string | boolean | null)[]) =>
  willItPublish({ published, reason, rule, permalink } as Parameters<typeof willItPublish>[0]).words

test('a published post says where it is, as far as that is known', () => {
  expect(words(true, null, null, '/2024/05/tea/')).toBe('Yes, at /2024/05/tea/.')
  expect(words(true, null, null, null)).toBe('Yes. At which address cannot be told from the site’s files.')
})

test('a post that is kept back says why, and where it will be', () => {
  expect(words(false, 'draft', '`draft: true`', '/2024/05/tea/')).toBe(
    'No: `draft: true`. When you publish it, it will be at /2024/05/tea/.',
  )
  expect(words(false, 'future', 'its date, 2036-01-01, is yet to come', '/tea.html')).toBe(
    'Not yet: its date, 2036-01-01, is yet to come. Then it will be at /tea.html.',
  )
  expect(words(false, 'expired', 'its `expiryDate`, 2020-01-01, is over', '/tea/')).toBe(
    'No longer: its `expiryDate`, 2020-01-01, is over. Its address is /tea/.',
  )
  expect(words(false, 'excluded', '`*.txt` in `IGNORE_FILES`', '/tea/')).toBe(
    'No: `*.txt` in `IGNORE_FILES`.',
  )
  expect(words(false, 'not-a-post', null, null)).toBe('No: the site makes no post of this file.')
})

test('a rule that is not known leaves the plain reason', () => {
  expect(words(false, 'draft', null, null)).toBe('No: it is a draft.')
  expect(words(false, 'future', null, null)).toBe('Not yet: its date is yet to come.')
})

test('what cannot be told is said to be so', () => {
  expect(words(null, null, null, null)).toBe(
    'It cannot be told whether this will be published: the site’s files do not say.',
  )
  expect(willItPublish({ published: null, reason: null, rule: null, permalink: '/tea/' })).toEqual({
    tone: 'unknown',
    words:
      'It cannot be told whether this will be published: the site’s files do not say. If it is, it will be at /tea/.',
  })
})
