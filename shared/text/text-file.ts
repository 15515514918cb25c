/** How the lines of a text end. Only a `crlf` text has `\r\n` throughout; a `\r` anywhere else makes it `mixed`. */
export type TextLineEnding = 'lf' | 'crlf' | 'mixed'

/** A file's bytes as text, or the reason, a sentence for the writer, why they cannot be edited as text. */
export type DecodedText =
  | {
      readonly kind: 'text'
      /** Without the byte order mark; line endings as they are on disk. */
      readonly text: string
      readonly byteOrderMark: boolean
      readonly lineEnding: TextLineEnding
    }
  | { readonly kind: 'not-text'; readonly why: string }

const notUtf8 =
  'This file is not UTF-8 text, so it is shown but not changed. Convert it to UTF-8 to edit it here.'
const utf16 = 'This file is UTF-16 text, so it is shown but not changed. Convert it to UTF-8 to edit it here.'
const binary = 'This file holds bytes that are no text (NUL characters), so it is not opened as a post.'

/**
 * Bytes to text, only when `encodeTextFile` gives exactly the same bytes back: strict UTF-8, with or without a byte
 * order mark, and no NUL. A file without any line break counts as `lf`.
 */
export function decodeTextFile(bytes: Uint8Array): DecodedText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { kind: 'not-text', why: utf16 }
  }
  if (bytes.includes(0)) return { kind: 'not-text', why: binary }
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    // ignoreBOM keeps a *second* mark, which is part of the text
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = decoder.decode(byteOrderMark ? bytes.subarray(3) : bytes)
    return { kind: 'text', text, byteOrderMark, lineEnding: lineEndingOf(text) }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'not-text', why: notUtf8 }
    throw error
  }
}

/**
 * Text to the bytes that belong on disk. Throws a `RangeError` for half a surrogate pair: UTF-8 has no bytes for it, and
 * an encoder would put another character in its place without a word.
 */
export function encodeTextFile(text: string, options: { readonly byteOrderMark: boolean }): Uint8Array {
  if (/\p{Surrogate}/u.test(text)) {
    throw new RangeError(
      'The text holds half a character (a lone surrogate) that no file can keep. Delete it and try again.',
    )
  }
  const encoded = new TextEncoder().encode(text)
  if (!options.byteOrderMark) return encoded
  const marked = new Uint8Array(encoded.length + 3)
  marked.set([0xef, 0xbb, 0xbf])
  marked.set(encoded, 3)
  return marked
}

/** How the text's lines end; see `TextLineEnding`. */
export function lineEndingOf(text: string): TextLineEnding {
  if (!text.includes('\r')) return 'lf'
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? 'mixed' : 'crlf'
}
