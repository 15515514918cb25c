import { pieceOfLine } from './edited-piece'
import type { MountedPage, PageFeature } from './mounted-page'
import { pieceBox } from './piece-box'

const lineWidth = 3
const distance = 14

/** The thin line at the side of the block that is being edited. It lies over the page and is no part of it: what is printed or exported lacks it. */
export class EditMark {
  private caretLine: number | null = null
  private draw: () => void = () => {}

  /** The line of the body that is being edited, counted from 0; null for none. */
  setCaretLine(line: number | null): void {
    this.caretLine = line
    this.draw()
  }

  /** Ties it to the page. */
  readonly feature: PageFeature = (mounted) => {
    const { document, body } = mounted.page
    const mark = document.createElement('div')
    mark.className = 'galley-edit-mark'
    mark.setAttribute('aria-hidden', 'true')
    Object.assign(mark.style, {
      all: 'initial',
      position: 'absolute',
      width: `${lineWidth}px`,
      borderRadius: '2px',
      background: '#7cbfe0',
      pointerEvents: 'none',
      display: 'none',
    })
    // beside the body: nothing of the page's own style reaches it there, and it is not in the way of what reads the page
    document.documentElement.append(mark)
    let frame: number | null = null
    const soon = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = null
        place(mounted, mark, this.caretLine)
      })
    }
    const observer = new ResizeObserver(soon)
    for (const element of [document.body, body]) observer.observe(element)
    const stopPieces = mounted.view.onPieces(soon)
    this.draw = soon
    soon()
    return () => {
      observer.disconnect()
      stopPieces()
      if (frame !== null) cancelAnimationFrame(frame)
      mark.remove()
      this.draw = () => {}
    }
  }
}

function place(mounted: MountedPage, mark: HTMLElement, caretLine: number | null): void {
  const { window } = mounted.page
  const piece = caretLine === null ? null : pieceOfLine(mounted.view, caretLine)
  const box = piece && pieceBox(piece)
  mark.style.display = box === null ? 'none' : 'block'
  if (box === null) return
  const left = Math.max(2, box.left - distance - lineWidth)
  mark.style.left = `${left + window.scrollX}px`
  mark.style.top = `${box.top + window.scrollY}px`
  mark.style.height = `${box.bottom - box.top}px`
}
