import type { FlavourOrSetup } from './flavours/setup'
import { createIncrementalRenderer } from './incremental'

/** The HTML of a whole post's body, front matter left out, as the flavour's own renderer makes it (colours of code aside). */
export function renderBody(body: string, setup: FlavourOrSetup): string {
  return createIncrementalRenderer(body, setup).html()
}
