import type { LivePiece } from './page-view'
import type { Piece } from './pieces'

/** About how high a line of text is, in pixels, and how many characters it has. */
const lineHeight = 27
const lineLength = 75

/** An empty node about as high as what is not on the page yet. */
export function spacerFor(document: Document, { length, lineBreaks }: Piece): HTMLElement {
  const spacer = document.createElement('div')
  spacer.className = 'galley-gap'
  spacer.style.height = `${Math.ceil(Math.max(lineBreaks, length / lineLength) * lineHeight)}px`
  return spacer
}

/** A gap and the unit from which it is to be filled. */
export type GapPlace = { readonly index: number; readonly start: number; readonly at: number }

/** The gap that is in sight, from about its first unit that is; else the first one. null when there is none. */
export function gapAtViewport(pieces: readonly LivePiece[]): GapPlace | null {
  let found: GapPlace | null = null
  let start = 0
  for (const [index, piece] of pieces.entries()) {
    if (piece.isGap) {
      const hidden = unitsAbove(piece)
      if (hidden !== null) return { index, start, at: start + hidden }
      found ??= { index, start, at: start }
    }
    start += piece.unitCount
  }
  return found
}

/** How many units of a gap that is in sight are above what is seen; null for one out of sight. */
function unitsAbove({ nodes, unitCount }: LivePiece): number | null {
  const [spacer] = nodes
  const view = spacer?.ownerDocument?.defaultView
  if (!view || !spacer) return null
  const { top, bottom, height } = (spacer as Element).getBoundingClientRect()
  if (height === 0 || bottom < 0 || top > view.innerHeight) return null
  const share = Math.max(0, -top) / height
  return Math.min(unitCount - 1, Math.floor(share * unitCount))
}
