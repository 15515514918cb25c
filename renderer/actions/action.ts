import type { App } from '../state/app'

/** One thing that a writer can do: button, menu, shortcut and palette read this one object. */
export type Action = {
  readonly id: string
  readonly label: string
  /** `Mod` is Cmd on macOS and Ctrl elsewhere: `Mod-s`, `Mod-Shift-m`, `Mod-Enter`. Empty: no shortcut. */
  readonly keys: string
  /** Whether it can be done now. */
  readonly isEnabled: (app: App) => boolean
  /** For what is on or off: whether it is on now. */
  readonly isOn?: (app: App) => boolean
  readonly run: (app: App) => void | Promise<void>
}
