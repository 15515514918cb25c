import { protocolHandlers } from './address-space'
import { app } from './app'
import { record } from './record'
import { strict } from './strict'

/** Electron's `protocol`; see `address-space.ts` for where the addresses lead. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged() {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle(scheme, handler) {
    if (protocolHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    protocolHandlers.set(scheme, (request) => handler(request))
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>)

/** Electron's `dialog`: nobody is there, so every dialog is cancelled; a test puts its own answer in its place. */
export const dialog = strict('dialog', {
  async showOpenDialog(...values: unknown[]) {
    record('open-dialog', values.at(-1))
    return { canceled: true, filePaths: [] }
  },
  async showSaveDialog(...values: unknown[]) {
    record('save-dialog', values.at(-1))
    return { canceled: true, filePath: '' }
  },
  showMessageBoxSync(...values: unknown[]) {
    record('message-box', values.at(-1))
    return (values.at(-1) as Electron.MessageBoxSyncOptions).cancelId ?? 0
  },
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBoxSync'>)

/** Electron's `shell`, which opens nothing and remembers what it was asked. */
export const shell = strict('shell', {
  async openExternal(url) {
    record('open-external', url)
  },
} satisfies Pick<Electron.Shell, 'openExternal'>)

/** Electron's `nativeTheme`: always light. */
export const nativeTheme = strict('nativeTheme', {
  shouldUseDarkColors: false,
} satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>)

const workArea: Electron.Rectangle = { x: 0, y: 0, width: 1600, height: 1000 }

/** Electron's `screen`: one display of 1600 × 1000. */
export const screen = strict('screen', {
  getDisplayMatching: () => strict('Display', { id: 1, workArea, bounds: workArea }) as Electron.Display,
} satisfies Pick<Electron.Screen, 'getDisplayMatching'>)
