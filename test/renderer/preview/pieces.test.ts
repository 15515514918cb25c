import { describe, expect, test } from 'vitest'
import type { Unit } from '#shared/markdown/incremental'
import { takePiece } from '../../../renderer/preview/pieces'

const unit = (html: string): Unit => ({
  key: 1,
  html,
  length: html.length,
  lineBreaks: 1,
  hasRawHtml: /<\/?(?:div|b)>|<!--|-->/.test(html),
})

/** As many opening as closing tags: enough of a parser for these. */
const isClosed = (html: string): boolean => html.split('<div>').length === html.split('</div>').length

const units = (...htmls: string[]): readonly Unit[] => htmls.map(unit)

describe('a piece', () => {
  test('is a unit that is closed in itself', () => {
    expect(takePiece(units('<p>a</p>', '<p>b</p>'), 0, isClosed)).toMatchObject({
      unitCount: 1,
      unitsLookedAt: 1,
    })
  })

  test('runs on until its elements are closed', () => {
    const piece = takePiece(units('<div>', '<p>a</p>', '</div>', '<p>b</p>'), 0, isClosed)
    expect(piece).toMatchObject({
      unitCount: 3,
      unitsLookedAt: 3,
      html: '<div><p>a</p></div>',
      lineBreaks: 3,
    })
  })

  test('is one unit where an element is never closed, and knows how far it looked', () => {
    const piece = takePiece(units('<div>', '<p>a</p>', '<p>b</p>'), 0, isClosed)
    expect(piece).toMatchObject({ unitCount: 1, html: '<div>' })
    expect(piece.unitsLookedAt).toBeGreaterThan(3)
  })

  test('does not look through a whole long post for a closing tag', () => {
    const many = units('<div>', ...Array.from({ length: 5000 }, () => '<p>a</p>'), '</div>')
    const asked: string[] = []
    const piece = takePiece(many, 0, (html) => {
      asked.push(html)
      return isClosed(html)
    })
    expect(piece.unitCount).toBe(1)
    expect(piece.unitsLookedAt).toBeLessThan(300)
    expect(asked.length).toBeLessThan(10)
  })

  test('cannot begin where there is no unit', () => {
    expect(() => takePiece([], 0, isClosed)).toThrow(RangeError)
  })
})
