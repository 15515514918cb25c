import type { Piece } from './pieces'

/** Where pieces come from. `take` gives the piece that begins with a unit, `gap` stands for units that are to be taken later. */
export type PieceSource = {
  readonly unitCount: number
  take(at: number): Piece
  gap(from: number, to: number): Piece
}

/** Units `from`…`oldEnd` have become units `from`…`newEnd`. */
export type UnitChange = { readonly from: number; readonly oldEnd: number; readonly newEnd: number }

/** Pieces `first`…`end` (the latter not included) are replaced by `made`. */
export type PiecePlan = { readonly first: number; readonly end: number; readonly made: readonly Piece[] }

/**
 * What a change of units does to the pieces, of which it makes as few anew as it can. More than `maxTaken` new ones are not taken at once: a gap
 * stands for the others.
 */
export function planChange(
  pieces: readonly Piece[],
  { from, oldEnd, newEnd }: UnitChange,
  source: PieceSource,
  maxTaken: number,
): PiecePlan {
  const { first, start } = firstAffected(pieces, from)
  const walk = new Walk(pieces, first, start, start, source)
  // what is not on the page is not taken because of an edit
  const isInGap = pieces[first]?.isGap === true
  while (!(walk.oldAt >= oldEnd && walk.at - newEnd === walk.oldAt - oldEnd)) {
    const isNewBehind = walk.at - newEnd < walk.oldAt - oldEnd
    if (isNewBehind && !isInGap && walk.taken < maxTaken) walk.take()
    else if (isNewBehind && walk.oldAt >= oldEnd) walk.gapTo(newEnd + walk.oldAt - oldEnd)
    else if (!walk.skipOld()) break
  }
  return walk.plan()
}

/**
 * Takes up to `maxTaken` pieces out of the gap at `index`, whose first unit is `start`: from its beginning on, or from unit `at`. What a piece
 * takes from behind the gap's end goes into the plan.
 */
export function planFill(
  pieces: readonly Piece[],
  index: number,
  start: number,
  at: number,
  source: PieceSource,
  maxTaken: number,
): PiecePlan {
  const walk = new Walk(pieces, index, start, start, source)
  walk.skipOld()
  if (at > start) walk.gapTo(at)
  while (walk.at !== walk.oldAt) {
    if (walk.at > walk.oldAt) {
      if (!walk.skipOld()) break
    } else if (walk.taken < maxTaken) walk.take()
    else walk.gapTo(walk.oldAt)
  }
  return walk.plan()
}

/** The first piece on which unit `from` has a say, and its first unit. */
function firstAffected(
  pieces: readonly Piece[],
  from: number,
): { readonly first: number; readonly start: number } {
  let first = 0
  let start = 0
  for (const piece of pieces) {
    if (start + piece.unitsLookedAt > from) break
    start += piece.unitCount
    first++
  }
  return { first, start }
}

/** Goes through the old pieces and the new ones side by side. */
class Walk {
  taken = 0
  private end: number
  private readonly made: Piece[] = []

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly first: number,
    public oldAt: number,
    public at: number,
    private readonly source: PieceSource,
  ) {
    this.end = first
  }

  /** Leaves an old piece out; false when there is none. */
  skipOld(): boolean {
    const old = this.pieces[this.end]
    if (old === undefined) return false
    this.oldAt += old.unitCount
    this.end++
    return true
  }

  take(): void {
    const piece = this.source.take(this.at)
    this.made.push(piece)
    this.at += piece.unitCount
    this.taken++
  }

  gapTo(end: number): void {
    if (end > this.at) this.made.push(this.source.gap(this.at, end))
    this.at = end
  }

  plan(): PiecePlan {
    return { first: this.first, end: this.end, made: this.made }
  }
}
