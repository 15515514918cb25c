import { enrichPage } from './enrich-page'
import { followTheme } from './follow-theme'
import { forwardKeys } from './forward-keys'
import { followLinks } from './links'
import type { PageFeature } from './mounted-page'
import { replaceMissing } from './replace-missing'
import { tellRemoteMedia } from './tell-remote-media'

/** What every preview does besides showing the text. A new feature is a file of its own and a line here. */
export const pageFeatures: readonly PageFeature[] = [
  followTheme,
  followLinks,
  replaceMissing,
  forwardKeys,
  tellRemoteMedia,
  enrichPage,
]
