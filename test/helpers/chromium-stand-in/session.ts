import { strict } from './strict'

type Members = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Takes the permission handlers and does not call them: permissions are Chromium's own here, and refused without a prompt. */
export const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
} satisfies Members)

/** Electron's `session`. */
export const session = strict('session', { defaultSession })
