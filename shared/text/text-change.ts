/** Replaces the characters `from`…`to` (UTF-16 offsets into the old text) by `insert`. The shape CodeMirror's `changes` takes. */
export type TextChange = {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** `text` after `changes`, whose offsets all refer to the old text; they must be sorted and must not overlap. */
export function applyTextChanges(text: string, changes: readonly TextChange[]): string {
  let result = ''
  let position = 0
  for (const change of changes) {
    if (change.from < position || change.to < change.from || change.to > text.length) {
      throw new RangeError(`change ${change.from}…${change.to} is out of order or out of the text`)
    }
    result += text.slice(position, change.from) + change.insert
    position = change.to
  }
  return result + text.slice(position)
}
