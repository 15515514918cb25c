import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTextFile, encodeTextFile } from '#shared/text/text-file'

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('decoding a file', () => {
  test('an empty file is an empty text', () => {
    expect(decodeTextFile(bytesOf())).toEqual({
      kind: 'text',
      text: '',
      byteOrderMark: false,
      lineEnding: 'lf',
    })
  })

  test('a byte order mark is kept apart, a second one belongs to the text', () => {
    expect(decodeTextFile(utf8('\ufeffhi'))).toMatchObject({ text: 'hi', byteOrderMark: true })
    expect(decodeTextFile(utf8('\ufeff\ufeffhi'))).toMatchObject({ text: '\ufeffhi', byteOrderMark: true })
  })

  test.each([
    ['a\nb\n', 'lf'],
    ['a', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\r\nb', 'crlf'],
    ['a\r\nb\n', 'mixed'],
    ['a\nb\r\n', 'mixed'],
    ['a\rb', 'mixed'],
    ['a\r\r\nb', 'mixed'],
    ['\n\r\n', 'mixed'],
  ])('the line endings of %j are %s', (text, lineEnding) => {
    expect(decodeTextFile(utf8(text))).toMatchObject({ text, lineEnding })
  })

  test.each([
    ['a byte that UTF-8 never has', bytesOf(0x61, 0xff), 'UTF-8'],
    ['half a character at the end', bytesOf(0x61, 0xc3), 'UTF-8'],
    ['a character written longer than it needs', bytesOf(0xc0, 0xaf), 'UTF-8'],
    ['an encoded surrogate', bytesOf(0xed, 0xa0, 0x80), 'UTF-8'],
    ['Latin-1', bytesOf(0x63, 0x61, 0x66, 0xe9), 'UTF-8'],
    ['UTF-16, little end first', bytesOf(0xff, 0xfe, 0x61, 0x00), 'UTF-16'],
    ['UTF-16, big end first', bytesOf(0xfe, 0xff, 0x00, 0x61), 'UTF-16'],
    ['a NUL', bytesOf(0x61, 0x00, 0x62), 'NUL'],
  ])('%s is no text, and the reason says so', (_name, bytes, word) => {
    const decoded = decodeTextFile(bytes)
    expect(decoded.kind === 'not-text' && decoded.why).toContain(word)
  })

  test('whatever is decoded encodes to the same bytes', () => {
    const files = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map(utf8),
      fc.uint8Array().map((bytes) => bytesOf(0xef, 0xbb, 0xbf, ...bytes)),
    )
    fc.assert(
      fc.property(files, (bytes) => {
        const decoded = decodeTextFile(bytes)
        if (decoded.kind === 'text') expect(encodeTextFile(decoded.text, decoded)).toEqual(bytes)
      }),
    )
  })
})

test('half a character is never replaced in silence', () => {
  expect(() => encodeTextFile('a\ud800b', { byteOrderMark: false })).toThrow(RangeError)
  expect(encodeTextFile('\u{1f600}', { byteOrderMark: false })).toEqual(utf8('\u{1f600}'))
})
