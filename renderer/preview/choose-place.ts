import type { ClickedWord } from '../place/find-word'
import type { MountedPage, PageFeature } from './mounted-page'
import { pieceBox } from './piece-box'

/** A place of the page that somebody wants to edit: lines of the body, counted from 0, `toLine` excluded, and the word if it was one. */
export type ChosenPlace = {
  readonly fromLine: number
  readonly toLine: number
  readonly word: ClickedWord | null
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** How much of the text on either side of a word is told. */
const contextLength = 200

/** Tells of places in the page that were double-clicked. */
export class ChoosePlace {
  private mounted: MountedPage | null = null
  private readonly listeners = new Set<(place: ChosenPlace) => void>()

  /** Ties it to the page. */
  readonly feature: PageFeature = (mounted) => {
    this.mounted = mounted
    const { document } = mounted.page
    const chosen = (event: MouseEvent): void => {
      const range = wordAtPoint(document, event)
      const place = placeAt(mounted, range?.startContainer ?? (event.target as Node), range)
      if (place === null) return
      for (const listener of this.listeners) listener(place)
    }
    document.addEventListener('dblclick', chosen)
    return () => {
      document.removeEventListener('dblclick', chosen)
      this.mounted = null
    }
  }

  /** Calls `listener` with each place that is chosen. Returns a function that ends it. */
  onChoose(listener: (place: ChosenPlace) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The place of what is selected in the page; null when nothing is, or nothing of the body. */
  selectedPlace(): ChosenPlace | null {
    const selection = this.mounted?.page.window.getSelection() ?? null
    if (this.mounted === null || selection === null || selection.isCollapsed) return null
    const range = selection.getRangeAt(0)
    return placeAt(this.mounted, range.startContainer, range)
  }
}

/** The word under the pointer. What the browser selects by itself may begin in another element, and is nothing in some links. */
function wordAtPoint(document: Document, { clientX, clientY }: MouseEvent): Range | null {
  const point = document.caretPositionFromPoint(clientX, clientY)
  if (point === null || point.offsetNode.nodeType !== 3) return null
  const text = point.offsetNode.textContent ?? ''
  const word = [...text.matchAll(wordPattern)].find(
    ({ index, 0: { length } }) => index <= point.offset && point.offset <= index + length,
  )
  if (word === undefined) return null
  const range = document.createRange()
  range.setStart(point.offsetNode, word.index)
  range.setEnd(point.offsetNode, word.index + word[0].length)
  return range
}

function placeAt({ view, page }: MountedPage, target: Node, selected: Range | null): ChosenPlace | null {
  let node: Node | null = target
  while (node !== null && view.ownerOf(node) === undefined) node = node.parentNode
  const piece = node === null ? undefined : view.ownerOf(node)
  const fromLine = piece && view.firstLineOf(piece)
  if (piece === undefined || fromLine === undefined || pieceBox(piece) === null) return null
  const [first, last] = [piece.nodes[0], piece.nodes.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    fromLine,
    toLine: fromLine + Math.max(1, piece.lineBreaks),
    word: selected === null ? null : wordIn(page.document, selected, first, last),
  }
}

function wordIn(document: Document, selected: Range, first: Node, last: Node): ClickedWord | null {
  const word = selected.toString()
  if (!/[\p{L}\p{N}]/u.test(word)) return null
  const before = document.createRange()
  before.setStartBefore(first)
  before.setEnd(selected.startContainer, selected.startOffset)
  const behind = document.createRange()
  behind.setStart(selected.endContainer, selected.endOffset)
  behind.setEndAfter(last)
  return {
    before: before.toString().slice(-contextLength),
    word,
    behind: behind.toString().slice(0, contextLength),
  }
}
