import { describe, expect, test } from 'vitest'
import { countChangedLines } from '../../electron/cli/changed-lines'
import { alignColumns, columnsOf } from '../../electron/cli/output'

describe('columns', () => {
  test('are as wide as their widest cell, the last one unpadded', () => {
    const rows = [
      ['a', 'long cell', 'x'],
      ['bcd', 'e', ''],
    ]
    expect(alignColumns(rows)).toBe('a    long cell  x\nbcd  e\n')
  })

  test('line up also for wide and combining characters', () => {
    expect(columnsOf('日本')).toBe(4)
    expect(columnsOf('🖋️')).toBe(2)
    expect(columnsOf('e\u0301')).toBe(1)
  })

  test('of nothing are nothing', () => expect(alignColumns([])).toBe(''))
})

describe('changed lines', () => {
  test.each([
    ['', '', 0],
    ['a\nb\nc', 'a\nB\nc', 1],
    ['a\nc', 'a\nb\nc', 1],
    ['a\nb\nb\nc', 'a\nb\nc', 1],
    ['a\nb\nc\nd', 'a\nX\nY\nd', 2],
  ])('from %j to %j are %i', (before, after, count) => {
    expect(countChangedLines(before, after)).toBe(count)
    expect(countChangedLines(after, before)).toBe(count)
  })
})
