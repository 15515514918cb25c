import { pieceOfLine } from './edited-piece'
import type { MountedPage, PageFeature } from './mounted-page'
import { PagePlaces } from './page-places'
import type { LivePiece } from './page-view'
import { type Box, pieceBox } from './piece-box'
import type { ScrollSync } from './scroll-sync'

/** What was seen where, in pixels from the upper edge of the window. */
type Seen = {
  readonly scrollY: number
  /** The line at the upper edge, should nothing of what was seen be left; null where nothing was built yet that could be seen. */
  readonly line: number | null
  /** From above. */
  readonly pieces: readonly ({ readonly node: Node } & Box)[]
  /** The edited block by its first line, in case that its nodes are others afterwards. */
  readonly edited: { readonly firstLine: number; readonly top: number } | null
}

const nothingSeen: Seen = { scrollY: -1, line: 0, pieces: [], edited: null }

/** How long after an edit the writer counts as typing: then the edited block is what stays in place. */
const typingMs = 3000

/**
 * Keeps in place what is seen while the page changes around it: text patched above, a picture that has loaded, code that got its colours. The
 * edited block stays where it is, if it is in sight; else what stands at the upper edge.
 */
export class KeepPlace {
  private seen: Seen = nothingSeen
  private caretLine: number | null = null
  private typedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly scroll: ScrollSync) {}

  /** The line of the body that is being edited, counted from 0; null for none. */
  setCaretLine(line: number | null): void {
    this.caretLine = line
  }

  /** The writer has changed the text: called before the page shows it. */
  typed(): void {
    this.typedAt = performance.now()
    this.scroll.release()
  }

  /** Another text is shown: nothing of what was seen is to be kept. */
  forget(): void {
    this.seen = nothingSeen
  }

  /** Ties it to the page. */
  readonly feature: PageFeature = (mounted) => {
    const { window, document, body } = mounted.page
    const places = new PagePlaces(mounted)
    let frame: number | null = null
    const look = (): void => {
      this.seen = this.lookAt(mounted, places)
    }
    const settle = (): void => {
      frame = null
      if (!this.scroll.adjust() && !this.hasBeenLeft(mounted)) this.restore(mounted)
      look()
    }
    const soon = (): void => {
      frame ??= requestAnimationFrame(settle)
    }
    // the browser scrolls by itself to keep in place what stands at the top
    const staysInPlace = (): boolean => Math.abs(this.distanceAtTop(mounted) ?? 99) < 1
    const scrolled = (): void => {
      // when we have scrolled ourselves we have looked, and the page may have changed again since
      if (window.scrollY === this.seen.scrollY) return
      if (staysInPlace()) settle()
      else look()
    }
    // before it is painted, so that nothing is seen to jump
    const observer = new ResizeObserver(settle)
    for (const element of [document.body, body]) observer.observe(element)
    const stopPieces = mounted.view.onPieces(soon)
    window.addEventListener('scroll', scrolled, { passive: true })
    this.scroll.ignoreWhere(staysInPlace)
    return () => {
      observer.disconnect()
      stopPieces()
      window.removeEventListener('scroll', scrolled)
      if (frame !== null) cancelAnimationFrame(frame)
      this.seen = nothingSeen
    }
  }

  private lookAt(mounted: MountedPage, places: PagePlaces): Seen {
    const { window, document } = mounted.page
    const pieces = places.piecesBetween(0, document.documentElement.clientHeight).flatMap((piece) => {
      const [node] = piece.nodes
      const box = pieceBox(piece)
      return node === undefined || box === null || piece.isGap
        ? []
        : [{ node, top: box.top, bottom: box.bottom }]
    })
    const piece = this.editedPiece(mounted)
    const firstLine = piece === null ? undefined : mounted.view.firstLineOf(piece)
    const box = piece && pieceBox(piece)
    const edited =
      box && firstLine !== undefined && isInSight(mounted, box) ? { firstLine, top: box.top } : null
    const top = pieces[0] && mounted.view.ownerOf(pieces[0].node)
    const line = window.scrollY > 0 ? ((top && mounted.view.firstLineOf(top)) ?? null) : 0
    return { scrollY: window.scrollY, line, pieces, edited }
  }

  /** Whether the reader has scrolled elsewhere since, and the browser has not told of it yet: what was seen moved just as far as the page did. */
  private hasBeenLeft(mounted: MountedPage): boolean {
    const scrolled = mounted.page.window.scrollY - this.seen.scrollY
    const moved = this.seen.scrollY < 0 || Math.abs(scrolled) < 1 ? null : this.distanceAtTop(mounted)
    return moved !== null && Math.abs(moved + scrolled) < 1
  }

  private restore(mounted: MountedPage): void {
    const { window } = mounted.page
    const isTyping = performance.now() - this.typedAt < typingMs
    const typedAway = isTyping ? this.distanceAtEdit(mounted) : null
    // at the very top the reader wants to see the top
    const moved = typedAway ?? (this.seen.scrollY > 0 ? this.distanceAtTop(mounted) : 0)
    // the whole page was built anew
    if (moved === null && this.seen.line !== null) this.scroll.scrollToLine(this.seen.line)
    if (moved === null || Math.abs(moved) < 1) return
    window.scrollBy({ top: moved, behavior: 'instant' })
    this.scroll.keptAt(window.scrollY)
  }

  private editedPiece({ view }: MountedPage): LivePiece | null {
    return this.caretLine === null ? null : pieceOfLine(view, this.caretLine)
  }

  /** How far the edited block has moved; null when it was not in sight. */
  private distanceAtEdit(mounted: MountedPage): number | null {
    const piece = this.editedPiece(mounted)
    const box = piece && pieceBox(piece)
    if (piece === null || !box || this.seen.edited === null) return null
    for (const { node, top, bottom } of this.seen.pieces.toReversed()) {
      const now = boxNow(mounted, node)
      if (now === null || now.top > box.top) continue
      // itself; else the nearest block above it whose nodes are those that were seen, which may have grown
      return piece.nodes.includes(node) ? now.top - top : now.bottom - bottom
    }
    const begun = pieceOfLine(mounted.view, this.seen.edited.firstLine)
    const beginning = begun && pieceBox(begun)
    return beginning ? beginning.top - this.seen.edited.top : null
  }

  private distanceAtTop(mounted: MountedPage): number | null {
    for (const { node, top } of this.seen.pieces) {
      const now = boxNow(mounted, node)
      if (now !== null) return now.top - top
    }
    return null
  }
}

function isInSight({ page }: MountedPage, { top, bottom }: { top: number; bottom: number }): boolean {
  return bottom > 0 && top < page.document.documentElement.clientHeight
}

function boxNow({ view }: MountedPage, node: Node): Box | null {
  const piece = node.isConnected ? view.ownerOf(node) : undefined
  return piece === undefined ? null : pieceBox(piece)
}
