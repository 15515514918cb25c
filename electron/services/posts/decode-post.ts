import type { PostFile } from '#shared/contract/post'
import { decodeTextFile } from '#shared/text/text-file'

/** A post's bytes as the editor gets them; `whyNot` says why they cannot be edited as text. */
export type DecodedPost = Pick<PostFile, 'text' | 'lineEnding'> & {
  readonly byteOrderMark: boolean
  readonly whyNot: string | null
}

/**
 * Bytes to text. What is no UTF-8 comes back as far as it can be shown (UTF-16 by its mark, else each byte as one
 * character) and with the reason why it must never be written.
 */
export function decodePost(bytes: Uint8Array): DecodedPost {
  const decoded = decodeTextFile(bytes)
  if (decoded.kind === 'text') {
    const { text, lineEnding, byteOrderMark } = decoded
    return { text, lineEnding, byteOrderMark, whyNot: null }
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'latin1'
  // mixed: shown as it is, no line ending is taken for granted
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, lineEnding: 'mixed', byteOrderMark: false, whyNot: decoded.why }
}
