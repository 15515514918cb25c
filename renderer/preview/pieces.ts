import type { Unit } from '#shared/markdown/incremental'

/** The fewest units whose HTML is closed together, as nodes of the page; or, as a gap, any number of units that are not on the page yet. */
export type Piece = {
  readonly isGap: boolean
  readonly unitCount: number
  /** How many units, from the first, had a say in where the piece ends. */
  readonly unitsLookedAt: number
  /** Empty for a gap. */
  readonly html: string
  /** Holds tags as the writer typed them. */
  readonly hasRawHtml: boolean
  /** Line breaks in the source of its units. */
  readonly lineBreaks: number
  /** UTF-16 units in the source of its units. */
  readonly length: number
}

/** Where an element is left open for longer than this, it ends with its unit: half a tag must not make one piece of the whole post. */
const maxUnits = 200
const maxLength = 100_000

/** How often HTML is tried for being closed, for one piece: each try parses it. */
const maxTries = 24

/** Behind this many units without raw HTML, only units with raw HTML are tried as the end. */
const unitsTriedAnyway = 3

/**
 * The piece that begins with unit `at`. `isClosed` is asked only about HTML that the writer typed tags into. Depends on nothing but `units`
 * from `at` on.
 */
export function takePiece(units: readonly Unit[], at: number, isClosed: (html: string) => boolean): Piece {
  const first = units[at]
  if (first === undefined) throw new RangeError(`there is no unit ${at}`)
  const alone: Piece = { ...first, isGap: false, unitCount: 1, unitsLookedAt: 1 }
  if (!first.hasRawHtml || isClosed(first.html)) return alone
  let { html, lineBreaks, length } = first
  let count = 1
  let tries = 1
  for (; count < maxUnits && html.length < maxLength && tries < maxTries; count++) {
    const next = units[at + count]
    if (next === undefined) break
    html += next.html
    lineBreaks += next.lineBreaks
    length += next.length
    if (!next.hasRawHtml && count > unitsTriedAnyway) continue
    tries++
    if (isClosed(html)) {
      const unitCount = count + 1
      return { isGap: false, unitCount, unitsLookedAt: unitCount, html, hasRawHtml: true, lineBreaks, length }
    }
  }
  // one more than was there: a unit added behind the last has a say as well
  return { ...alone, unitsLookedAt: count + 1 }
}

/** Units `from`…`to` (the latter not included) as a gap. */
export function gapOf(units: readonly Unit[], from: number, to: number): Piece {
  let lineBreaks = 0
  let length = 0
  for (let index = from; index < to; index++) {
    lineBreaks += units[index]?.lineBreaks ?? 0
    length += units[index]?.length ?? 0
  }
  const unitCount = to - from
  return { isGap: true, unitCount, unitsLookedAt: unitCount, html: '', hasRawHtml: false, lineBreaks, length }
}
