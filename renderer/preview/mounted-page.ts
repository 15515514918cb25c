import type { PreviewOptions } from './create-preview'
import type { FramePage } from './frame-page'
import type { MediaRewriter } from './media'
import type { PageView } from './page-view'

/** The frame's document brought to life, as what hangs on it sees it. */
export type MountedPage = {
  readonly page: FramePage
  /** The pieces on the page, in order, with their nodes and their lines; `view.onPieces` tells of those just put there. */
  readonly view: PageView
  /** Where the post's media come from. */
  readonly media: MediaRewriter
  readonly options: PreviewOptions
  /** The Markdown that the page shows, or will show in a moment. */
  readonly source: () => string
  /** What features left for later, such as the colours of code far below: called before the page leaves the preview. */
  readonly finishing: Set<() => Promise<void>>
}

/**
 * Something that the page does besides showing the text: follows links, colours code, marks what is edited. It begins when the frame's document is
 * there, before anything is shown, and gives a function that ends it. A frame that loads its document anew begins all features anew.
 */
export type PageFeature = (mounted: MountedPage) => () => void
