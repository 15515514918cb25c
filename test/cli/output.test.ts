import { describe, expect, test } from 'vitest'
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
