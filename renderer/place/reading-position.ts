import { type Anchor, type Anchors, knownAnchors, lineOfPlace, placeOfLine } from './line-map'

/** What a pane shows of its content, in pixels: `bodyTop` and `bodyBottom` are where the post's body begins and ends in it. */
export type PaneGeometry = {
  readonly viewportHeight: number
  readonly contentHeight: number
  readonly bodyTop: number
  readonly bodyBottom: number
  /** How far below the pane's upper edge the text stands that is being read. */
  readonly margin: number
}

/** How far a pane can be scrolled. */
export function scrollRange({ viewportHeight, contentHeight }: PaneGeometry): number {
  return Math.max(0, contentHeight - viewportHeight)
}

/**
 * The place in the content that is being read at a scroll position. For most of a long post that is its upper edge. Over the first and the last
 * screen it moves gently, so that the beginning of the body belongs to the one end and the end of the body to the other, whatever
 * stands above and below it.
 */
export function placeRead(geometry: PaneGeometry, scrollTop: number): number {
  return placeOfLine(readingAnchors(geometry), scrollTop)
}

/** The scroll position at which `place` is being read; see `placeRead`. */
export function scrollTopFor(geometry: PaneGeometry, place: number): number {
  return lineOfPlace(readingAnchors(geometry), place)
}

/** In these anchors a scroll position stands in the place of a line. */
function readingAnchors(geometry: PaneGeometry): Anchors {
  const { viewportHeight, bodyTop, bodyBottom, margin } = geometry
  const range = scrollRange(geometry)
  const first: Anchor = { line: 0, place: bodyTop }
  const last: Anchor = { line: range, place: Math.max(bodyTop, bodyBottom) }
  // what stands above and below the body passes quickly: half a screen into the body its lines are where they belong
  const lead = Math.max(viewportHeight, bodyTop - margin + viewportHeight / 2)
  const rest = Math.max(viewportHeight, range + margin - bodyBottom + viewportHeight / 2)
  if (lead >= range - rest) return knownAnchors([first, last])
  return knownAnchors([
    first,
    { line: lead, place: lead + margin },
    { line: range - rest, place: range - rest + margin },
    last,
  ])
}
