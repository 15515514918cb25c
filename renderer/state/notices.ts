import { createStore, type StoreApi } from 'zustand/vanilla'
import { FailureError } from '#shared/contract/failure'

/** Something that happened, in the writer's words. Failures stay until dismissed; the rest leaves by itself. */
export type Notice = {
  readonly id: number
  readonly kind: 'done' | 'failed'
  readonly message: string
  /** A command's own output, folded away. */
  readonly detail: string | null
  readonly action: NoticeAction | null
  /** Stays until it is dismissed; failures always do. */
  readonly stays: boolean
}

/** The one thing that a notice offers to do. */
export type NoticeAction = { readonly label: string; readonly run: () => void }

/** The notices shown now, oldest first. */
export type NoticesState = { readonly notices: readonly Notice[] }

const doneShownMs = 5000

/** Holds the notices of one window. */
export function createNotices(): StoreApi<NoticesState> {
  return createStore(() => ({ notices: [] }))
}

let lastId = 0

/** Shows a notice and gives its id; one with the same words takes the older one's place. */
export function notify(
  store: StoreApi<NoticesState>,
  notice: Pick<Notice, 'kind' | 'message'> & Partial<Pick<Notice, 'detail' | 'action' | 'stays'>>,
): number {
  lastId += 1
  const added: Notice = { id: lastId, detail: null, action: null, stays: notice.kind === 'failed', ...notice }
  store.setState(({ notices }) => ({
    notices: [...notices.filter((shown) => shown.message !== added.message), added],
  }))
  if (!added.stays) setTimeout(() => dismissNotice(store, added.id), doneShownMs)
  return added.id
}

/** Takes a notice away. */
export function dismissNotice(store: StoreApi<NoticesState>, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

/** Shows why something failed. What is no typed failure is a fault of ours and says so. */
export function notifyFailure(
  store: StoreApi<NoticesState>,
  error: unknown,
  action: NoticeAction | null = null,
): void {
  if (error instanceof FailureError) {
    notify(store, { kind: 'failed', message: error.message, detail: error.detail ?? null, action })
    return
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  notify(store, {
    kind: 'failed',
    message: 'Something went wrong inside Galley. Your text is kept.',
    detail,
    action,
  })
}
