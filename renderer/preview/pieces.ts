import type { Unit } from '#shared/markdown/incremental'

/** The fewest units whose HTML is closed together, as nodes of the page. */
export type Piece = {
  readonly unitCount: number
  /** How many units, from the first, had a say in where the piece ends. */
  readonly unitsLookedAt: number
  readonly html: string
  /** Line breaks in the source of its units. */
  readonly lineBreaks: number
}

/** Where an element is left open for longer than this, it ends with its unit: half a tag must not make one piece of the whole post. */
const maxUnits = 200
const maxLength = 100_000

/** Behind this many units without raw HTML, only units with raw HTML are tried as the end. */
const unitsTriedAnyway = 3

/**
 * The piece that begins with unit `at`. `isClosed` is asked only about HTML that the writer typed tags into. Depends on nothing but `units`
 * from `at` on.
 */
export function takePiece(units: readonly Unit[], at: number, isClosed: (html: string) => boolean): Piece {
  const first = units[at]
  if (first === undefined) throw new RangeError(`there is no unit ${at}`)
  const alone = { unitCount: 1, unitsLookedAt: 1, html: first.html, lineBreaks: first.lineBreaks }
  if (!first.hasRawHtml || isClosed(first.html)) return alone
  let { html, lineBreaks } = first
  let count = 1
  for (; count < maxUnits && html.length < maxLength; count++) {
    const next = units[at + count]
    if (next === undefined) break
    html += next.html
    lineBreaks += next.lineBreaks
    if ((next.hasRawHtml || count <= unitsTriedAnyway) && isClosed(html)) {
      return { unitCount: count + 1, unitsLookedAt: count + 1, html, lineBreaks }
    }
  }
  // one more than was there: a unit added behind the last has a say as well
  return { ...alone, unitsLookedAt: count + 1 }
}
