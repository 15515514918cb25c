import type { Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import type { Ports } from '../ports'

type AppHandlers = Pick<Handlers, 'app.describe' | 'app.openExternal'>

const openableProtocols = new Set(['https:', 'http:', 'mailto:'])

/** The calls about the program itself. */
export function createAppHandlers(ports: Ports): AppHandlers {
  return {
    'app.describe': async () => ({
      version: ports.version,
      platform: process.platform,
      canPickFolder: ports.pickFolder !== null,
      canSaveFile: ports.exporter !== null,
      homeFolder: ports.homeFolder,
    }),
    'app.openExternal': async ({ url }) => {
      await ports.openExternal(checkedAddress(url))
      return {}
    },
  }
}

function checkedAddress(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !openableProtocols.has(address.protocol)) {
    fail('refused', 'Galley opens web and mail addresses only, so this one was not opened.')
  }
  return address.href
}
