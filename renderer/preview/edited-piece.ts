import type { LivePiece, PageView } from './page-view'

/** The piece that a line of the text belongs to, counted from 0; the last one for the text's end. Footnotes at the end are nobody's line. */
export function pieceOfLine(view: PageView, line: number): LivePiece | null {
  const found = view.pieceAtLine(line)?.piece
  return found ?? view.pieces.slice(0, -1).findLast(({ html }) => html.trim() !== '') ?? null
}
