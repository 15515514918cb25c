import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnOrder } from '#shared/front-matter/infer/order'

/** One post's keys for each word, a key for each letter. */
const orderOf = (...posts: readonly string[]) => learnOrder(posts.map((post) => [...post])).join('')

describe('the usual order of keys', () => {
  test.each([
    [['abc', 'abc', 'cab'], 'abc'],
    [['ab', 'bc', 'cd'], 'abcd'],
    [['ac', 'ac', 'abc'], 'abc'],
    [['abz', 'abz', 'abz', 'zab'], 'abz'],
    [['h', 'hi', 'j', 'ij', 'j'], 'hij'],
    [['ab', 'ab', 'ab', 'bc', 'bc', 'ca'], 'abc'],
    [[], ''],
  ])('of %j is %s', (posts, order) => expect(orderOf(...posts)).toBe(order))

  test('a key that stands with no other comes last', () => {
    expect(orderOf('ab', 'ab', 'x')).toBe('abx')
  })

  test('is every key once, and what all posts agree on', () => {
    const agreed = fc.subarray([...'abcdefghij'], { minLength: 1 })
    fc.assert(
      fc.property(fc.array(agreed, { minLength: 1, maxLength: 8 }), (posts) => {
        const order = learnOrder(posts)
        expect(order.toSorted()).toEqual([...new Set(posts.flat())].toSorted())
        for (const post of posts) expect(order.filter((key) => post.includes(key))).toEqual(post)
      }),
    )
  })
})
