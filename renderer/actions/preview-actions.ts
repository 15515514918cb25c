import type { Action } from './action'
import { toggleDifferences } from './difference-actions'
import { namePage } from './page-actions'

/** What can be done with the preview as a whole, in the order of its menu. */
export const previewActions: readonly Action[] = [toggleDifferences, namePage]
