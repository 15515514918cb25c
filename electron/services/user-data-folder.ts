import { isAbsolute, join, resolve } from 'node:path'

/**
 * Where Galley keeps what is the user's own and not a blog's: preferences, the recent list, recovered text. `GALLEY_DATA` names it
 * outright; otherwise it is the platform's place (on Linux after the XDG Base Directory Specification: a relative
 * `XDG_DATA_HOME` is ignored). The same for every host, so that a blog opened in one is recent in all.
 */
export function userDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  homeFolder: string,
): string {
  const { GALLEY_DATA, APPDATA, XDG_DATA_HOME } = environment
  if (GALLEY_DATA !== undefined && GALLEY_DATA !== '') return resolve(GALLEY_DATA)
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', 'Galley')
  if (platform === 'win32') return join(APPDATA ?? join(homeFolder, 'AppData', 'Roaming'), 'Galley')
  const dataHome =
    XDG_DATA_HOME !== undefined && isAbsolute(XDG_DATA_HOME)
      ? XDG_DATA_HOME
      : join(homeFolder, '.local', 'share')
  return join(dataHome, 'galley')
}
