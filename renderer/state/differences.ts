import { createStore, type StoreApi } from 'zustand/vanilla'

/** How many marks the shown text has. The marks themselves belong to the editor. */
export type DifferencesState = { readonly count: number }

/** Begins without marks. */
export function createDifferencesStore(): StoreApi<DifferencesState> {
  return createStore(() => ({ count: 0 }))
}
