import { describe, expect, test } from 'vitest'
import type { LineEdit } from '#shared/contract/post'
import { findUneditedChange } from '#shared/text/line-edits'

const edit = (from: number, to: number, lines: number): LineEdit => ({ from, to, lines })

describe('a text that differs in the edited lines alone', () => {
  test.each([
    { what: 'nothing', before: 'a\nb\n', after: 'a\nb\n', edits: [] },
    { what: 'one line', before: 'a\nb\nc', after: 'a\nB\nc', edits: [edit(1, 2, 1)] },
    {
      what: 'two lines apart',
      before: 'a\nb\nc\n',
      after: 'A\nb\nC\n',
      edits: [edit(0, 1, 1), edit(2, 3, 1)],
    },
    { what: 'new lines between two', before: 'a\nb', after: 'a\nx\ny\nb', edits: [edit(1, 1, 2)] },
    { what: 'lines taken out', before: 'a\nb\nc\nd', after: 'a\nd', edits: [edit(1, 3, 0)] },
    { what: 'a final newline', before: 'a\nb', after: 'a\nb\n', edits: [edit(1, 2, 2)] },
    { what: 'everything', before: 'a\r\nb', after: 'a\nb', edits: [edit(0, 2, 2)] },
    {
      what: 'a line that is named and still the same',
      before: 'a\nb',
      after: 'a\nb',
      edits: [edit(0, 1, 1)],
    },
  ])('$what', ({ before, after, edits }) => {
    expect(findUneditedChange(before, after, edits)).toBeNull()
  })
})

describe('a text that differs elsewhere is told by its line', () => {
  test.each([
    { what: 'nothing was edited', before: 'a\nb\n', after: 'a\nB\n', edits: [], line: 1 },
    { what: 'above the edit', before: 'a\nb\nc', after: 'A\nB\nc', edits: [edit(1, 2, 1)], line: 0 },
    { what: 'below the edit', before: 'a\nb\nc', after: 'a\nB\nC', edits: [edit(1, 2, 1)], line: 2 },
    {
      what: 'between two edits',
      before: 'a\nb\nc\n',
      after: 'A\nb \nC\n',
      edits: [edit(0, 1, 1), edit(2, 3, 1)],
      line: 1,
    },
    { what: 'a line went', before: 'a\nb\nc', after: 'B\nc', edits: [edit(1, 2, 1)], line: 0 },
    { what: 'a line came at the end', before: 'a\nb', after: 'A\nb\nc', edits: [edit(0, 1, 1)], line: 1 },
    { what: 'a line ending', before: 'a\r\nb\r\n', after: 'a\nb!\r\n', edits: [edit(1, 2, 1)], line: 0 },
    { what: 'the final newline went', before: 'a\nb\n', after: 'A\nb', edits: [edit(0, 1, 1)], line: 2 },
  ])('$what', ({ before, after, edits, line }) => {
    expect(findUneditedChange(before, after, edits)).toBe(line)
  })

  test.each([
    { what: 'out of order', edits: [edit(2, 3, 1), edit(0, 1, 1)] },
    { what: 'backwards', edits: [edit(2, 1, 1)] },
    { what: 'beyond the text', edits: [edit(0, 9, 9)] },
  ])('edits $what are not believed', ({ edits }) => {
    expect(findUneditedChange('a\nb\nc', 'x', edits)).not.toBeNull()
  })
})
