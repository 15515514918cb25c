import { describe, expect, test } from 'vitest'
import type { FieldChoice } from '#shared/contract/field'
import { misspelt, suggestionsFor } from '../../../renderer/front-matter/list-suggestions'

const choice = (value: string, count: number, label: string | null = null): FieldChoice => ({
  value,
  label,
  count,
})
const tags = [choice('JavaScript', 12), choice('Java', 5), choice('Tea', 3), choice('javascript', 1)]

const offered = (items: readonly string[], typed: string) =>
  suggestionsFor(tags, items, typed).map(({ value }) => value)

describe('suggestions', () => {
  test('are the most used values that the list does not have', () => {
    expect(offered(['Java'], '')).toEqual(['JavaScript', 'Tea', 'javascript'])
  })

  test('begin with the commoner spelling of what was typed, and say so', () => {
    expect(suggestionsFor(tags, [], 'java script')[0]).toMatchObject({
      value: 'JavaScript',
      isNearDuplicate: true,
    })
    expect(offered([], 'javascript')[0]).toBe('JavaScript')
  })

  test('have values that begin so before those that hold it', () => {
    expect(
      suggestionsFor([choice('Green tea', 9), choice('Tea', 3)], [], 'te').map(({ value }) => value),
    ).toEqual(['Tea', 'Green tea'])
  })

  test('are found by name, too', () => {
    const authors = [choice('jangmi', 2, 'Jangmi Jo'), choice('kevin', 1, 'Kevin Dangoor')]
    expect(suggestionsFor(authors, [], 'dang').map(({ value }) => value)).toEqual(['kevin'])
  })

  test('are never more than can be read', () => {
    const many = Array.from({ length: 5000 }, (_, index) => choice(`tag ${index}`, 1))
    expect(suggestionsFor(many, [], 'tag')).toHaveLength(50)
  })
})

describe('an item', () => {
  test('that other posts spell otherwise is pointed out with their spelling', () => {
    expect(misspelt(['Tea', 'javascript'], tags)).toEqual([{ index: 1, item: 'javascript', meant: tags[0] }])
  })

  test('is left alone where the list has the other spelling, too', () => {
    expect(misspelt(['JavaScript', 'javascript'], tags)).toEqual([])
  })
})
