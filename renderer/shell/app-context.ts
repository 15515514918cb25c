import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { App } from '../state/app'

/** Hands the window's state to every component. */
export const AppContext = createContext<App | null>(null)

/** The window's state. */
export function useApp(): App {
  const app = use(AppContext)
  if (app === null) throw new Error('useApp outside AppContext')
  return app
}

type Stores = {
  [Name in keyof App as App[Name] extends StoreApi<unknown> ? Name : never]: App[Name]
}
type Readable<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>
type StateOf<Store> = Store extends StoreApi<infer State> ? State : never

/** One subject's state, or what `select` takes of it; the component renders again when that changes. */
export function useAppState<Name extends keyof Stores, Selected = StateOf<Stores[Name]>>(
  name: Name,
  select?: (state: StateOf<Stores[Name]>) => Selected,
): Selected {
  const store = useApp()[name] as unknown as Readable<StateOf<Stores[Name]>>
  return useStore<typeof store, Selected>(store, (select ?? same) as (state: unknown) => Selected)
}

const same = (state: unknown) => state
