import { type FocusEvent, useState } from 'react'
import { type Draft, draftLeft, heldBack, liveDraft, type Settle } from './draft'
import { usePendingDraft } from './use-pending-draft'

/** A field's text as it is typed. */
export type TypedText = {
  /** As typed while the field has the focus, else as the file has it. */
  readonly shown: string
  type(next: string): void
  /**
   * To be called when the field loses the focus: writes what waits; from then on the field shows what the file has, or what the file
   * refused.
   */
  leave(event: FocusEvent): void
}

/**
 * Keeps what is typed apart from what the file has, so that neither the caret nor half a value is lost: the settled text goes to
 * the file at once, what is no value yet when the field is left or the post is saved. `onText` writes and gives the text that the
 * file holds then, which is the old one when the change was refused.
 */
export function useDraft(text: string, settle: Settle, onText: (text: string) => string): TypedText {
  const [draft, setDraft] = useState<Draft | null>(null)
  const live = liveDraft(draft, text)
  const waiting = heldBack(draft, text, settle)
  const put = (typed: string, written: string): Draft => {
    const over = onText(written)
    return { typed, over, isRefused: over === text && written !== text }
  }
  const flushed = () => (live !== null && waiting !== null ? put(live.typed, waiting) : live)
  const flush = () => {
    if (waiting !== null) setDraft(flushed())
  }
  usePendingDraft(waiting !== null || live?.isRefused === true, flush)
  return {
    shown: live?.typed ?? text,
    type(next) {
      const settled = settle(next)
      setDraft(settled === null ? { typed: next, over: text } : put(next, settled))
    },
    leave(event) {
      if (isStillFocused(event)) return
      const last = flushed()
      setDraft(draftLeft(last, last?.over ?? text))
    },
  }
}

/** Whether only the window lost the focus: the element has it again when the window does. */
export function isStillFocused({ target }: FocusEvent): boolean {
  return target === document.activeElement
}
