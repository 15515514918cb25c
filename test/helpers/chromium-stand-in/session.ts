import { strict } from './strict'

type Members = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]

/** The permissions that the stand-in knows, by names that Electron and Chromium share. */
const knownPermissions = ['geolocation', 'notifications'] as const

let requestHandler: RequestHandler = null

/** What pages are granted: what the application's handler grants, and everything when it has none, as in Electron. */
export function grantedPermissions(): string[] {
  return knownPermissions.filter((permission) => {
    let isGranted = requestHandler === null
    const answer = (granted: boolean) => {
      isGranted = granted
    }
    requestHandler?.({} as Electron.WebContents, permission, answer, {} as Electron.PermissionRequest)
    return isGranted
  })
}

/** Electron's default session. Of its permission handlers only the one for requests has an effect. */
export const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler(handler) {
    requestHandler = handler
  },
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
} satisfies Members)

/** Electron's `session`. */
export const session = strict('session', { defaultSession })
