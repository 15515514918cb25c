import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Preview } from '../preview/create-preview'

/** The preview that is on the screen, null while none is. `window`: the window of its own that it is in, null for the main one. */
export type ShownPreview = { readonly preview: Preview | null; readonly window: Window | null }

/** Begins with no preview. */
export function createShownPreviewStore(): StoreApi<ShownPreview> {
  return createStore<ShownPreview>(() => ({ preview: null, window: null }))
}
