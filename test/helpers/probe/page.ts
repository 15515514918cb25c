import type { Client } from '../../../renderer/client/client'
import { connect } from '../../../renderer/client/connect'

/** The probe's window: the client that it connected with. */
export type ProbeWindow = Window & { readonly client: Client }

try {
  Object.assign(window, { client: await connect() })
  document.title = 'connected'
} catch (error) {
  document.title = `not connected: ${error instanceof Error ? error.message : error}`
}
