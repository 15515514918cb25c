import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Unit } from '#shared/markdown/incremental'
import { type PiecePlan, type PieceSource, planChange, planFill } from '../../../renderer/preview/piece-plan'
import { gapOf, type Piece, takePiece } from '../../../renderer/preview/pieces'

const unit = (html: string): Unit => ({
  key: 1,
  html,
  length: html.length,
  lineBreaks: 1,
  hasRawHtml: /<\/?b>/.test(html),
})

/** As many opening as closing tags. */
const isClosed = (html: string): boolean => html.split('<b>').length === html.split('</b>').length

const sourceOf = (units: readonly Unit[]): PieceSource => ({
  unitCount: units.length,
  take: (at) => takePiece(units, at, isClosed),
  gap: (from, to) => gapOf(units, from, to),
})

function carryOut(pieces: readonly Piece[], { first, end, made }: PiecePlan): readonly Piece[] {
  return pieces.toSpliced(first, end - first, ...made)
}

function fillAll(pieces: readonly Piece[], source: PieceSource, maxTaken: number): readonly Piece[] {
  let filled = pieces
  for (;;) {
    const index = filled.findIndex(({ isGap }) => isGap)
    if (index < 0) return filled
    const start = filled.slice(0, index).reduce((sum, piece) => sum + piece.unitCount, 0)
    const count = filled[index]?.unitCount ?? 0
    // now from its beginning, now from its middle, as where the reader is
    const at = filled.length % 2 === 0 ? start : start + (count >> 1)
    filled = carryOut(filled, planFill(filled, index, start, at, source, maxTaken))
  }
}

const texts = fc.array(fc.constantFrom('<p>a</p>', '<p>b</p>', '<b>', '</b>', '<b>x</b>'), { maxLength: 12 })
const edits = fc.record({
  at: fc.nat(1000),
  removed: fc.nat(4),
  added: texts,
  maxTaken: fc.constantFrom(0, 1, 2, 60),
  isFilled: fc.boolean(),
})

test('after any edits the pieces are those of the text taken anew, gaps filled or not', () => {
  fc.assert(
    fc.property(texts, fc.array(edits, { maxLength: 8 }), (text, changes) => {
      let units = text.map(unit)
      let pieces: readonly Piece[] = fillAll(
        [gapOf(units, 0, units.length)].filter(hasUnits),
        sourceOf(units),
        3,
      )
      for (const { at, removed, added, maxTaken, isFilled } of changes) {
        const from = at % (units.length + 1)
        const oldEnd = Math.min(units.length, from + removed)
        units = units.toSpliced(from, oldEnd - from, ...added.map(unit))
        const change = { from, oldEnd, newEnd: from + added.length }
        pieces = carryOut(pieces, planChange(pieces, change, sourceOf(units), maxTaken))
        expect(pieces.reduce((sum, piece) => sum + piece.unitCount, 0)).toBe(units.length)
        if (!isFilled) continue
        pieces = fillAll(pieces, sourceOf(units), 2)
        expect(pieces).toEqual(takeAll(units))
      }
    }),
    { numRuns: 1000 },
  )
})

const hasUnits = ({ unitCount }: Piece): boolean => unitCount > 0

function takeAll(units: readonly Unit[]): readonly Piece[] {
  const taken: Piece[] = []
  for (let at = 0; at < units.length; ) {
    const piece = takePiece(units, at, isClosed)
    taken.push(piece)
    at += piece.unitCount
  }
  return taken
}
