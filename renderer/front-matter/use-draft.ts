import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { registerLateDraft } from '../state/pending-drafts'
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

/** Writing that took longer than this makes the keys that follow write together, so that none of them waits for it. */
const slowWriteMs = 4
/** How often text is written while it is typed in long front matter: seldom enough to be fast, often enough to lose nothing. */
const lateWriteMs = 150

/**
 * Keeps what is typed apart from what the file has, so that neither the caret nor half a value is lost: the settled text goes to
 * the file at once, what is no value yet when the field is left or the post is saved. `onText` writes and gives the text that the
 * file holds then, which is the old one when the change was refused.
 */
export function useDraft(text: string, settle: Settle, onText: (text: string) => string): TypedText {
  const [draft, setDraft] = useState<Draft | null>(null)
  const live = liveDraft(draft, text)
  const waiting = heldBack(draft, text, settle)
  const lastWriteMs = useRef(0)
  const put = (typed: string, written: string): Draft => {
    const startedAt = performance.now()
    const over = onText(written)
    lastWriteMs.current = performance.now() - startedAt
    return { typed, over, isRefused: over === text && written !== text }
  }
  const flushed = () => (live !== null && waiting !== null ? put(live.typed, waiting) : live)
  const flush = () => {
    if (waiting !== null) setDraft(flushed())
  }
  usePendingDraft(waiting !== null || live?.isRefused === true, flush)
  useLateWrite(waiting !== null && live?.isLate === true, flush)
  return {
    shown: live?.typed ?? text,
    type(next) {
      const settled = settle(next)
      const isLate = settled !== null && lastWriteMs.current > slowWriteMs
      setDraft(settled === null || isLate ? { typed: next, over: text, isLate } : put(next, settled))
    },
    leave(event) {
      if (isStillFocused(event)) return
      const last = flushed()
      setDraft(draftLeft(last, last?.over ?? text))
    },
  }
}

/** Calls `flush` a moment after `isLate` came true, and at once when undo is asked for. */
function useLateWrite(isLate: boolean, flush: () => void): void {
  const flushLatest = useEffectEvent(flush)
  useEffect(() => {
    if (!isLate) return
    const timer = setTimeout(() => flushLatest(), lateWriteMs)
    const forget = registerLateDraft(() => flushLatest())
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [isLate])
}

/** Whether only the window lost the focus: the element has it again when the window does. */
export function isStillFocused({ target }: FocusEvent): boolean {
  return target === document.activeElement
}
