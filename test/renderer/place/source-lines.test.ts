import { describe, expect, test } from 'vitest'
import { codeLines, contentLines, innerLines } from '../../../renderer/place/source-lines'

const lines = (text: string) => text.split('\n')

describe('the lines of a block', () => {
  test('end before the blank ones', () => {
    expect(contentLines(lines('a\nb\n\n  \n'))).toBe(2)
    expect(contentLines(['', ' '])).toBe(0)
  })

  test('that are rows of code are those between the fences', () => {
    expect(codeLines(lines('```js\none\n\ntwo\n```\n\n'), 3)).toEqual({ first: 1 })
    expect(codeLines(lines('\n~~~\none\n~~~'), 1)).toEqual({ first: 2 })
    expect(codeLines(lines('    one\n    two\n\n'), 2)).toEqual({ first: 0 })
    expect(codeLines(lines('``` \nnot closed\n'), 1)).toEqual({ first: 1 })
    expect(codeLines(lines('```\none\n```'), 9)).toBeNull()
    expect(codeLines(['', ''], 1)).toBeNull()
  })

  test('that begin a list’s items are paired with them, nested ones too', () => {
    const list = lines('- one\n  more\n- two\n  1. inner\n\n- three\n')
    expect(innerLines(list)).toEqual({ selector: 'li', lines: [0, 2, 3, 5] })
  })

  test('that are a table’s rows leave out the line of dashes', () => {
    const table = lines('| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |\n')
    expect(innerLines(table)).toEqual({ selector: 'tr', lines: [0, 2, 3] })
    expect(innerLines(lines('A line with a | in it\nand another'))).toBeNull()
    expect(innerLines(lines('Just text'))).toBeNull()
  })
})
