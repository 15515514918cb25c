import { expect, test } from 'vitest'
import { restAfter } from '../../../renderer/preview/pace'

test('the page rests after an edit that is felt, longer after a longer one, but not for ever', () => {
  expect([0, 40, 50, 200, 5000].map(restAfter)).toEqual([0, 0, 150, 600, 2000])
})
