import { useEffect, useEffectEvent } from 'react'
import { registerDraft } from '../state/pending-drafts'

/** Lets a save reach what a field holds back: `flush` is called for it while `isPending`, and when the field goes away. */
export function usePendingDraft(isPending: boolean, flush: () => void): void {
  const flushLatest = useEffectEvent(flush)
  useEffect(() => (isPending ? registerDraft(() => flushLatest()) : undefined), [isPending])
  useEffect(() => () => flushLatest(), [])
}
