import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Anchor, knownAnchors, lineOfPlace, placeOfLine } from '../../../renderer/place/line-map'
import {
  type PaneGeometry,
  placeRead,
  scrollRange,
  scrollTopFor,
} from '../../../renderer/place/reading-position'

const increasing = fc
  .array(fc.record({ line: fc.integer({ min: 1, max: 9 }), place: fc.integer({ min: 1, max: 400 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((steps) => {
    let at: Anchor = { line: 0, place: 0 }
    return [
      at,
      ...steps.map(({ line, place }) => {
        at = { line: at.line + line, place: at.place + place }
        return at
      }),
    ]
  })

describe('lines and places', () => {
  const anchors = knownAnchors([
    { line: 0, place: 100 },
    { line: 4, place: 200 },
    { line: 4, place: 250 },
    { line: 6, place: 450 },
  ])

  test('belong together exactly at the anchors, and evenly between them', () => {
    expect([0, 2, 4, 5, 6].map((line) => placeOfLine(anchors, line))).toEqual([100, 150, 250, 350, 450])
    expect([100, 150, 200, 225, 350].map((place) => lineOfPlace(anchors, place))).toEqual([0, 2, 4, 4, 5])
  })

  test('end with the anchors', () => {
    expect([placeOfLine(anchors, -1), placeOfLine(anchors, 99)]).toEqual([100, 450])
    expect([lineOfPlace(anchors, 0), lineOfPlace(anchors, 999)]).toEqual([0, 6])
    expect(placeOfLine(knownAnchors([]), 3)).toBe(0)
  })

  test('lead back to where they came from', () => {
    fc.assert(
      fc.property(increasing, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const known = knownAnchors(list)
        const line = share * (list.at(-1)?.line ?? 0)
        expect(lineOfPlace(known, placeOfLine(known, line))).toBeCloseTo(line, 6)
      }),
    )
  })
})

describe('the place that is being read', () => {
  const geometry = fc
    .record({
      viewportHeight: fc.integer({ min: 100, max: 1200 }),
      above: fc.integer({ min: 0, max: 900 }),
      body: fc.integer({ min: 1, max: 40_000 }),
      below: fc.integer({ min: 0, max: 2500 }),
      margin: fc.integer({ min: 0, max: 90 }),
    })
    .map(
      ({ viewportHeight, above, body, below, margin }): PaneGeometry => ({
        viewportHeight,
        contentHeight: Math.max(viewportHeight, above + body + below),
        bodyTop: above,
        bodyBottom: above + body,
        margin,
      }),
    )

  test('is the body’s beginning at the one end and its end at the other, whatever stands around it', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        fc.pre(scrollRange(given) > 0)
        expect(placeRead(given, 0)).toBeCloseTo(given.bodyTop)
        expect(placeRead(given, scrollRange(given))).toBeCloseTo(given.bodyBottom)
      }),
    )
  })

  test('moves on with every scroll, and leads back to the scroll position', () => {
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        fc.pre(scrollRange(given) > 1)
        const scrollTop = share * (scrollRange(given) - 1)
        expect(placeRead(given, scrollTop + 1)).toBeGreaterThan(placeRead(given, scrollTop))
        expect(scrollTopFor(given, placeRead(given, scrollTop))).toBeCloseTo(scrollTop, 3)
      }),
    )
  })

  test('is the upper edge, below its margin, between the first screen and the last', () => {
    const long = { viewportHeight: 800, contentHeight: 9000, bodyTop: 200, bodyBottom: 8900, margin: 28 }
    expect(placeRead(long, 800)).toBe(828)
    expect(placeRead(long, 4000)).toBe(4028)
    expect(placeRead(long, 7400)).toBe(7428)
    const behindMenus = { ...long, bodyTop: 3000, bodyBottom: 8000 }
    expect(placeRead(behindMenus, 3372)).toBe(3400)
    expect(placeRead(behindMenus, 6000)).toBe(6028)
  })
})
