import type { LineEnding } from '#shared/contract/post'

/**
 * A file's text as the editor holds it. A pure CRLF file is edited with `\n` and gets its endings back in `toDiskText`; a file that
 * mixes endings keeps every `\r` in its text, so that no line is touched.
 */
export function toEditorText(text: string, lineEnding: LineEnding): string {
  return lineEnding === 'crlf' ? text.replaceAll('\r\n', '\n') : text
}

/** The reverse of `toEditorText`; a `\r` that undo brought back from when the file mixed its endings is not doubled. */
export function toDiskText(text: string, lineEnding: LineEnding): string {
  return lineEnding === 'crlf' ? text.replace(/\r?\n/g, '\r\n') : text
}
