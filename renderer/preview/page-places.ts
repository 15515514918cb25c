import { type Anchor, type Anchors, knownAnchors, lineOfPlace, placeOfLine } from '../place/line-map'
import type { PaneGeometry } from '../place/reading-position'
import { codeLines, contentLines, innerLines } from '../place/source-lines'
import type { MountedPage } from './mounted-page'
import type { LivePiece } from './page-view'
import { pieceBox } from './piece-box'

/** A piece, the line that it begins with, and where it stands in the page. */
type Placed = {
  readonly index: number
  readonly firstLine: number
  readonly top: number
  readonly bottom: number
}

/** Relates the lines of the shown text, counted from 0, to places in the page, in pixels from its top. */
export class PagePlaces {
  private splitText = ''
  private lines: readonly string[] = ['']

  constructor(private readonly mounted: MountedPage) {}

  geometry(): PaneGeometry {
    const { document, body } = this.mounted.page
    const { documentElement } = document
    const { top, bottom } = body.getBoundingClientRect()
    return {
      viewportHeight: documentElement.clientHeight,
      contentHeight: documentElement.scrollHeight,
      bodyTop: top + this.scrollY,
      bodyBottom: bottom + this.scrollY,
      margin: this.margin(),
    }
  }

  /** The place of a line. Lines that show nothing have one between what stands around them. */
  placeOfLine(line: number): number {
    const { pieces } = this.mounted.view
    let firstLine = 0
    let index = 0
    for (const piece of pieces) {
      if (line < firstLine + piece.lineBreaks) break
      firstLine += piece.lineBreaks
      index++
    }
    return placeOfLine(this.anchorsAround(index, firstLine), line)
  }

  /** The line that stands at a place. */
  lineOfPlace(place: number): number {
    const { view } = this.mounted
    const piece = this.pieceAbove(place - this.scrollY)
    const firstLine = piece === null ? undefined : view.firstLineOf(piece)
    if (piece === null || firstLine === undefined) return lineOfPlace(this.anchorsAround(-1, 0), place)
    return lineOfPlace(this.anchorsAround(view.pieces.indexOf(piece), firstLine), place)
  }

  /** The pieces that stand between two places of the viewport, from above. */
  piecesBetween(top: number, bottom: number): readonly LivePiece[] {
    const found = new Set<LivePiece>()
    for (const chunk of this.chunksFrom(top)) {
      if (chunk.getBoundingClientRect().top > bottom) break
      for (const piece of this.piecesIn(chunk)) {
        const box = pieceBox(piece)
        if (box !== null && box.bottom > top && box.top < bottom) found.add(piece)
      }
    }
    return [...found]
  }

  /** How far below the upper edge the text being read stands: below what the page keeps there. */
  private margin(): number {
    const { document, window, body } = this.mounted.page
    const padding = Number.parseFloat(window.getComputedStyle(document.documentElement).scrollPaddingTop)
    const margin = Number.isFinite(padding) ? padding : 0
    const { left, width } = body.getBoundingClientRect()
    const covering = document.elementFromPoint(left + width / 2, 1)
    for (let element = covering; element !== null; element = element.parentElement) {
      if (!/^(?:sticky|fixed)$/.test(window.getComputedStyle(element).position)) continue
      const { bottom } = element.getBoundingClientRect()
      if (bottom < document.documentElement.clientHeight / 2) return Math.max(margin, bottom)
    }
    return margin
  }

  private get scrollY(): number {
    return this.mounted.page.window.scrollY
  }

  private *chunksFrom(top: number): Generator<Element> {
    const chunks = this.mounted.page.body.children
    let low = 0
    let high = chunks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((chunks[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle
      else low = middle + 1
    }
    for (let index = low; index < chunks.length; index++) {
      const chunk = chunks[index]
      if (chunk !== undefined) yield chunk
    }
  }

  private piecesIn(chunk: Element): ReadonlySet<LivePiece> {
    const pieces = [...chunk.childNodes].map((node) => this.mounted.view.ownerOf(node))
    return new Set(pieces.filter((piece) => piece !== undefined))
  }

  /** The last piece that begins at `top` of the viewport or above it. */
  private pieceAbove(top: number): LivePiece | null {
    let found: LivePiece | null = null
    for (const chunk of this.chunksFrom(top)) {
      for (const piece of this.piecesIn(chunk)) {
        const box = pieceBox(piece)
        if (box !== null && box.top > top) return found ?? this.pieceBefore(piece)
        if (box !== null) found = piece
      }
    }
    return found ?? this.mounted.view.pieces.findLast((piece) => pieceBox(piece) !== null) ?? null
  }

  private pieceBefore(piece: LivePiece): LivePiece | null {
    const { pieces } = this.mounted.view
    for (let index = pieces.indexOf(piece) - 1; index >= 0; index--) {
      const candidate = pieces[index]
      if (candidate !== undefined && pieceBox(candidate) !== null) return candidate
    }
    return null
  }

  /** What is known about the places around the piece at `index`, which begins with `firstLine`. */
  private anchorsAround(index: number, firstLine: number): Anchors {
    const { pieces } = this.mounted.view
    const { bodyTop, bodyBottom } = this.geometry()
    const before = this.shownFrom(index, firstLine, -1)
    const start = before?.index ?? -1
    const behind = this.shownFrom(start + 1, before ? before.firstLine + this.breaksOf(start) : 0, 1)
    const anchors: Anchor[] = before === null ? [{ line: 0, place: bodyTop }] : this.anchorsIn(before)
    const total = this.text().length
    const isTail = behind !== null && behind.index === pieces.length - 1 && this.breaksOf(behind.index) === 0
    if (behind !== null && !isTail) anchors.push({ line: behind.firstLine, place: behind.top })
    else {
      // the lines that define footnotes belong to the footnotes below
      if (behind !== null && before !== null) {
        anchors.push({ line: before.firstLine + this.breaksOf(start), place: behind.top })
      }
      anchors.push({ line: total, place: bodyBottom })
    }
    return knownAnchors(inOrder(anchors))
  }

  private breaksOf(index: number): number {
    return this.mounted.view.pieces[index]?.lineBreaks ?? 0
  }

  /** The nearest piece that shows something, from the one at `index` on in direction `step`. */
  private shownFrom(index: number, firstLine: number, step: 1 | -1): Placed | null {
    const { pieces } = this.mounted.view
    let line = firstLine
    for (let at = index; at >= 0; at += step) {
      const piece = pieces[at]
      if (piece === undefined) {
        if (step === 1) return null
        line -= this.breaksOf(at - 1)
        continue
      }
      const box = pieceBox(piece)
      if (box !== null) {
        return { index: at, firstLine: line, top: box.top + this.scrollY, bottom: box.bottom + this.scrollY }
      }
      line += step === 1 ? piece.lineBreaks : -this.breaksOf(at - 1)
    }
    return null
  }

  private text(): readonly string[] {
    const text = this.mounted.source()
    if (text !== this.splitText) {
      this.splitText = text
      this.lines = text.split('\n')
    }
    return this.lines
  }

  /** The places inside of a piece: its begin and end, and what can be told of the rows between. */
  private anchorsIn({ index, firstLine, top, bottom }: Placed): Anchor[] {
    const piece = this.mounted.view.pieces[index]
    const text = this.text()
    const end = firstLine + (piece?.lineBreaks ?? 0)
    const block = text.slice(firstLine, end >= text.length - 1 ? text.length : end)
    const blank = block.findIndex((line) => line.trim() !== '')
    const inner = piece === undefined ? [] : this.innerAnchors(piece, block, firstLine)
    return [
      { line: firstLine + Math.max(0, blank), place: top },
      ...inner,
      { line: firstLine + Math.max(1, contentLines(block)), place: bottom },
    ]
  }

  private innerAnchors(piece: LivePiece, block: readonly string[], firstLine: number): readonly Anchor[] {
    const elements = piece.nodes.filter((node): node is HTMLElement => node.nodeType === 1)
    const [element] = elements
    if (element === undefined || elements.length > 1) return []
    const code = element.matches('pre') ? element : element.querySelector('pre')
    if (code !== null && element.childElementCount <= 1) return this.codeAnchors(code, block, firstLine)
    const inner = innerLines(block)
    const rows = inner === null ? [] : element.querySelectorAll(inner.selector)
    if (inner === null || rows.length !== inner.lines.length) return []
    return inner.lines.map((line, at) => ({
      line: firstLine + line,
      place: (rows[at]?.getBoundingClientRect().top ?? 0) + this.scrollY,
    }))
  }

  private codeAnchors(code: Element, block: readonly string[], firstLine: number): readonly Anchor[] {
    const rows = (code.textContent ?? '').replace(/\n$/, '').split('\n').length
    const shown = codeLines(block, rows)
    if (shown === null) return []
    const style = this.mounted.page.window.getComputedStyle(code)
    const { top, bottom } = code.getBoundingClientRect()
    return [
      { line: firstLine + shown.first, place: top + this.scrollY + Number.parseFloat(style.paddingTop) },
      {
        line: firstLine + shown.first + rows,
        place: bottom + this.scrollY - Number.parseFloat(style.paddingBottom),
      },
    ]
  }
}

/** Without running backwards, whatever the page's own style does to the order of things. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const result: Anchor[] = []
  for (const { line, place } of anchors) {
    const last = result.at(-1)
    result.push({ line: Math.max(line, last?.line ?? 0), place: Math.max(place, last?.place ?? place) })
  }
  return result
}
