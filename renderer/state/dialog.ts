import { createStore, type StoreApi } from 'zustand/vanilla'

/** The one dialog that may be open over the window. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'choose-folder' }
  | { readonly kind: 'name-page' }
  | { readonly kind: 'new-post' }

/** Begins with no dialog. */
export function createDialogStore(): StoreApi<DialogState> {
  return createStore<DialogState>(() => ({ kind: 'none' }))
}
