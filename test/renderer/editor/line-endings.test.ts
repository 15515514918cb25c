import { expect, test } from 'vitest'
import { toDiskText, toEditorText } from '../../../renderer/editor/line-endings'

test.each([
  ['crlf', 'one\r\ntwo\r\n', 'one\ntwo\n'],
  ['lf', 'one\ntwo\n', 'one\ntwo\n'],
  ['mixed', 'one\r\ntwo\nthree\r', 'one\r\ntwo\nthree\r'],
] as const)('a text that is %s comes back as it was', (lineEnding, onDisk, inEditor) => {
  expect(toEditorText(onDisk, lineEnding)).toBe(inEditor)
  expect(toDiskText(inEditor, lineEnding)).toBe(onDisk)
})

test('a text undone to one that mixed its endings gets them as its file now has them', () => {
  expect(toDiskText('one\r\ntwo\n', 'crlf')).toBe('one\r\ntwo\r\n')
})
