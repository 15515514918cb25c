import { createStore, type StoreApi } from 'zustand/vanilla'

/** How the form is shown; remembered for the window, whatever post is open. */
export type FormView = { readonly isMoreOpen: boolean }

/** One window has one form. */
export const formView: StoreApi<FormView> = createStore(() => ({ isMoreOpen: false }))
