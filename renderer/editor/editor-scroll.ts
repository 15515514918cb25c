import type { EditorView } from '@codemirror/view'
import { type Anchors, lineOfPlace, placeOfLine } from '../place/line-map'
import { type PaneGeometry, placeRead, scrollRange, scrollTopFor } from '../place/reading-position'
import { bodyStart } from './front-matter-field'

/** Heights of lines out of sight are estimates; each look at them makes them exacter. */
const maxCorrections = 6

/** Relates the lines of the shown document's body to how far the text is scrolled. Lines are counted from 0 and may be fractions. */
export class EditorScroll {
  private readonly listeners = new Set<(line: number) => void>()
  /** Where we scrolled to ourselves: that is not the writer's doing. */
  private ownScrollTop: number | null = null
  private correction: number | null = null

  constructor(private readonly view: EditorView) {
    const tell = (): void => {
      if (this.ownScrollTop !== null && Math.abs(this.view.scrollDOM.scrollTop - this.ownScrollTop) < 2)
        return
      this.stopCorrecting()
      this.ownScrollTop = null
      const line = this.readLine()
      for (const listener of this.listeners) listener(line)
    }
    view.scrollDOM.addEventListener('scroll', tell, { passive: true })
  }

  /** The line that is being read: at the upper edge, but for the first and the last screen (see `placeRead`). */
  readLine(): number {
    return lineOfPlace(this.anchors(), placeRead(this.geometry(), this.view.scrollDOM.scrollTop))
  }

  /** Scrolls until `line` is the one that is being read. */
  scrollToLine(line: number): void {
    this.stopCorrecting()
    let left = maxCorrections
    const approach = (): void => {
      this.correction = null
      if (this.moveTo(line) && --left > 0) this.correction = requestAnimationFrame(approach)
    }
    approach()
  }

  /** Calls `listener` with the line that is being read whenever the text is scrolled, but not by `scrollToLine`. Returns a function that ends it. */
  onScroll(listener: (line: number) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private stopCorrecting(): void {
    if (this.correction !== null) cancelAnimationFrame(this.correction)
    this.correction = null
  }

  /** Whether that moved anything. */
  private moveTo(line: number): boolean {
    const { scrollDOM } = this.view
    const geometry = this.geometry()
    const wanted = scrollTopFor(geometry, placeOfLine(this.anchors(), line))
    const scrollTop = Math.round(Math.max(0, Math.min(wanted, scrollRange(geometry))))
    this.ownScrollTop = scrollTop
    if (Math.abs(scrollTop - scrollDOM.scrollTop) < 1) return false
    scrollDOM.scrollTop = scrollTop
    return true
  }

  /** Where the document begins in what is scrolled. */
  private documentTop(): number {
    const { scrollDOM } = this.view
    return this.view.documentTop - scrollDOM.getBoundingClientRect().top + scrollDOM.scrollTop
  }

  private firstLine(): number {
    const { doc } = this.view.state
    return doc.lineAt(Math.min(bodyStart(this.view.state), doc.length)).number
  }

  private geometry(): PaneGeometry {
    const { scrollDOM, state } = this.view
    const top = this.documentTop()
    return {
      viewportHeight: scrollDOM.clientHeight,
      contentHeight: scrollDOM.scrollHeight,
      bodyTop: top + this.view.lineBlockAt(state.doc.line(this.firstLine()).from).top,
      bodyBottom: top + this.view.lineBlockAt(state.doc.length).bottom,
      margin: 0,
    }
  }

  private anchors(): Anchors {
    const { doc } = this.view.state
    const first = this.firstLine()
    const lines = doc.lines - first + 1
    const top = this.documentTop()
    return {
      length: lines + 1,
      at: (index) => {
        const block = this.view.lineBlockAt(doc.line(Math.min(first + index, doc.lines)).from)
        return { line: index, place: top + (index === lines ? block.bottom : block.top) }
      },
    }
  }
}
