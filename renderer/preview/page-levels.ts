import type { PreviewSettings } from '#shared/contract/preferences'

/** Which page stands around the post. */
export type PageLevel = PreviewSettings['page']

/** The levels that the preview offers, in the order of the switch. */
export const pageLevels: readonly PageLevel[] = ['plain', 'site', 'server']
