import type { Action } from './action'

/** What can be done with the preview as a whole, in the order of its menu. */
export const previewActions: readonly Action[] = []
