/** A line of the source and a place on the page, in pixels, that are known to belong together. Both may be fractions. */
export type Anchor = { readonly line: number; readonly place: number }

/** Anchors in the order of the source; places never run backwards. Read one by one, because each may cost a look at the page. */
export type Anchors = { readonly length: number; at(index: number): Anchor }

/** Anchors that are known already. */
export function knownAnchors(list: readonly Anchor[]): Anchors {
  return { length: list.length, at: (index) => list[index] ?? { line: 0, place: 0 } }
}

/** Where `line` stands: exact at the anchors, evenly between them; the first or last anchor's place outside of them. */
export function placeOfLine(anchors: Anchors, line: number): number {
  return between(anchors, line, 'line', 'place')
}

/** Which line stands at `place`; see `placeOfLine`. */
export function lineOfPlace(anchors: Anchors, place: number): number {
  return between(anchors, place, 'place', 'line')
}

/** Goes from one side of the anchors to the other. Of several anchors at the same value, the last one counts. */
function between(anchors: Anchors, value: number, from: keyof Anchor, to: keyof Anchor): number {
  if (anchors.length === 0) return 0
  let low = 0
  let high = anchors.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (anchors.at(middle)[from] <= value) low = middle
    else high = middle - 1
  }
  const before = anchors.at(low)
  if (low === anchors.length - 1 || value <= before[from]) return before[to]
  const behind = anchors.at(low + 1)
  const share = (value - before[from]) / (behind[from] - before[from])
  return before[to] + share * (behind[to] - before[to])
}
