import type { PreviewSettings } from '#shared/contract/preferences'

/** As what a reader meets a post. */
export type ReaderView = PreviewSettings['reader']

/** The views that the preview offers, in the order of the menu. `widthPixels`: the width of the reader's window; null: that of the pane. */
export const readerViews: readonly {
  readonly id: ReaderView
  readonly widthPixels: number | null
}[] = [
  { id: 'article', widthPixels: null },
  { id: 'phone', widthPixels: 390 },
  { id: 'tablet', widthPixels: 820 },
  { id: 'desktop', widthPixels: 1280 },
  { id: 'card', widthPixels: null },
  { id: 'feed', widthPixels: null },
  { id: 'search', widthPixels: null },
  { id: 'social', widthPixels: null },
]

/** Whether a view shows something else than the article itself. */
export function isSign(reader: ReaderView): boolean {
  return reader === 'card' || reader === 'feed' || reader === 'search' || reader === 'social'
}
