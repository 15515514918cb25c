import type { FramePage } from './frame-page'
import type { MountedPage, PageFeature } from './mounted-page'
import type { LivePiece } from './page-view'

/** How far below the frame's upper edge the line in question stands, in pixels. */
const topMargin = 28

function rectangleOf(piece: LivePiece, page: FramePage): DOMRect | null {
  const [first, last] = [piece.nodes[0], piece.nodes.at(-1)]
  if (!first || !last || !page.body.contains(first)) return null
  const range = page.document.createRange()
  range.setStartBefore(first)
  range.setEndAfter(last)
  return range.getBoundingClientRect()
}

/** Relates the lines of a post's body to places on its page. Lines are counted from 0 and may be fractions. */
export class ScrollSync {
  /** Where we scrolled to ourselves: that is not the reader's doing. */
  private ownScrollTop: number | null = null
  private mounted: MountedPage | null = null
  private readonly listeners = new Set<(line: number) => void>()

  /** Ties it to the page. */
  readonly feature: PageFeature = (mounted) => {
    const { window } = mounted.page
    this.mounted = mounted
    const tell = (): void => {
      const own = this.ownScrollTop
      this.ownScrollTop = null
      if (own !== null && Math.abs(own - window.scrollY) < 2) return
      const line = lineAtTop(mounted)
      for (const listener of this.listeners) listener(line)
    }
    window.addEventListener('scroll', tell, { passive: true })
    return () => {
      window.removeEventListener('scroll', tell)
      this.mounted = null
    }
  }

  /** Brings the text of `line` to the upper edge. Lines that show nothing bring what follows them. */
  scrollToLine(line: number): void {
    if (this.mounted === null) return
    const { page, view } = this.mounted
    if (line <= 0) {
      this.scrollTo(page, 0)
      return
    }
    let firstLine = 0
    for (const piece of view.pieces) {
      const behind = firstLine + piece.lineBreaks
      const rectangle = line < behind ? rectangleOf(piece, page) : null
      if (rectangle) {
        const share = Math.max(0, (line - firstLine) / Math.max(1, piece.lineBreaks))
        this.scrollTo(page, page.window.scrollY + rectangle.top + share * rectangle.height - topMargin)
        return
      }
      firstLine = behind
    }
    this.scrollTo(page, page.document.documentElement.scrollHeight)
  }

  /** Calls `listener` with the line at the upper edge whenever the reader scrolls. Returns a function that ends it. */
  onScroll(listener: (line: number) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private scrollTo(page: FramePage, top: number): void {
    const { documentElement } = page.document
    const reachable = Math.max(0, Math.min(top, documentElement.scrollHeight - documentElement.clientHeight))
    if (Math.abs(reachable - page.window.scrollY) < 1) return
    this.ownScrollTop = reachable
    page.window.scrollTo({ top: reachable, behavior: 'instant' })
  }
}

function lineAtTop({ page, view }: MountedPage): number {
  if (page.window.scrollY <= 0) return 0
  const chunks = [...page.body.children]
  const chunk = chunks.find((candidate) => candidate.getBoundingClientRect().bottom > topMargin)
  const owners = new Set([...(chunk?.childNodes ?? [])].map((node) => view.ownerOf(node)))
  let firstLine = 0
  for (const piece of view.pieces) {
    const rectangle = owners.has(piece) ? rectangleOf(piece, page) : null
    if (rectangle && rectangle.bottom > topMargin) {
      const share = (topMargin - rectangle.top) / Math.max(1, rectangle.height)
      return firstLine + Math.max(0, Math.min(1, share)) * piece.lineBreaks
    }
    firstLine += piece.lineBreaks
  }
  return firstLine
}
