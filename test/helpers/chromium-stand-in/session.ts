import { strict } from './strict'

type Members = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>
type PermissionName = Parameters<NonNullable<RequestHandler>>[1]
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]

/** The permissions that the stand-in knows, by names that Electron and Chromium share. */
const knownPermissions = ['geolocation', 'notifications'] as const

let requestHandler: RequestHandler = null

/** What pages are granted: what the application's handler grants, and everything when it has none, as in Electron. */
export function grantedPermissions(): string[] {
  return knownPermissions.filter((permission) => isGranted(permission, ''))
}

/** Whether the application grants a permission to a page at this address, now. */
export function isGranted(permission: PermissionName, requestingUrl: string): boolean {
  let granted = requestHandler === null
  const answer = (given: boolean) => {
    granted = given
  }
  const details = { requestingUrl, isMainFrame: true } as Electron.PermissionRequest
  requestHandler?.({} as Electron.WebContents, permission, answer, details)
  return granted
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
