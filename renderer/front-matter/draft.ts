/** What is typed in a field that has the focus, and what the file held for the field when it was typed. */
export type Draft = {
  readonly typed: string
  readonly over: string
  /** The file did not take it. */
  readonly isRefused?: boolean
  /** It is a value, but is written a moment later: writing takes long in long front matter, and no key may wait for it. */
  readonly isLate?: boolean
}

/** What a draft means for the file: the text to write now, or null while it is no value yet (`-`, `2024-05-`). */
export type Settle = (typed: string) => string | null

/** The draft that still counts. One that lies over a text which something else has changed since (undo, a reload) is void. */
export function liveDraft(draft: Draft | null, inFile: string): Draft | null {
  return draft?.over === inFile ? draft : null
}

/** What a draft has that the file has not and that was held back, as no value or for a moment; null when nothing waits. */
export function heldBack(draft: Draft | null, inFile: string, settle: Settle): string | null {
  const live = liveDraft(draft, inFile)
  if (live === null) return null
  const settled = settle(live.typed)
  if (settled !== null && live.isLate !== true) return null
  const text = settled ?? live.typed.trimEnd()
  return text === inFile ? null : text
}

/** What is to be shown once the field is left: a draft that the file refused stays, so that nobody has to type it again. */
export function draftLeft(draft: Draft | null, inFile: string): Draft | null {
  const live = liveDraft(draft, inFile)
  return live?.isRefused === true ? live : null
}

/**
 * A text without the white space that it ends in, which is most often the space before the next word. A text that ends in some
 * already keeps it.
 */
export function settleText(typed: string, inFile: string): string {
  return inFile === inFile.trimEnd() ? typed.trimEnd() : typed
}

/**
 * A text of several lines: as `settleText`. Nothing, or white space before the text, waits: a block scalar cannot hold it and
 * would be given up for quotes.
 */
export function settleLongText(typed: string): string | null {
  const text = typed.trimEnd()
  return text === '' || /^\s/.test(text) ? null : text
}
