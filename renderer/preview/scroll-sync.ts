import { placeRead, scrollRange, scrollTopFor } from '../place/reading-position'
import type { MountedPage, PageFeature } from './mounted-page'
import { PagePlaces } from './page-places'

/** Sizes of what comes into sight and pictures that load change places: looked at again in this many frames. */
const maxCorrections = 6

const touches = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const

/** Relates the lines of a post's body to how far its page is scrolled. Lines are counted from 0 and may be fractions. */
export class ScrollSync {
  /** Where we scrolled to ourselves: that is not the reader's doing. */
  private ownScrollTop: number | null = null
  /** The line that somebody else wants to be read, until the reader scrolls or the text changes. */
  private wanted: number | null = null
  private correction: number | null = null
  private staysInPlace = (): boolean => false
  private mounted: MountedPage | null = null
  private places: PagePlaces | null = null
  private readonly listeners = new Set<(line: number) => void>()
  private readonly touchListeners = new Set<() => void>()

  /** Ties it to the page. */
  readonly feature: PageFeature = (mounted) => {
    const { window, document } = mounted.page
    this.mounted = mounted
    this.places = new PagePlaces(mounted)
    const scrolled = (): void => this.tellScroll()
    const touched = (): void => {
      for (const listener of this.touchListeners) listener()
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    for (const name of touches) document.addEventListener(name, touched, { passive: true, capture: true })
    if (this.wanted !== null) this.scrollToLine(this.wanted)
    return () => {
      window.removeEventListener('scroll', scrolled)
      for (const name of touches) document.removeEventListener(name, touched, true)
      this.stopCorrecting()
      // another page around the same text goes on where this one was
      if (window.scrollY > 0) this.wanted ??= this.readLine()
      this.mounted = null
      this.places = null
    }
  }

  /** Scrolls until `line` is the one that is being read, and keeps it so while the page takes its shape. */
  scrollToLine(line: number): void {
    this.stopCorrecting()
    this.wanted = line
    let left = maxCorrections
    const approach = (): void => {
      this.correction = null
      if (this.moveTo(line) && --left > 0) this.correction = requestAnimationFrame(approach)
    }
    approach()
  }

  /** Another text is on the page: scrolls to the line that is asked for, or else to its beginning. */
  begin(): void {
    if (this.wanted !== null) {
      this.scrollToLine(this.wanted)
      return
    }
    this.mounted?.page.window.scrollTo({ top: 0, behavior: 'instant' })
    this.keptAt(0)
  }

  /** The line that is being read; see `placeRead`. */
  readLine(): number {
    const { mounted, places } = this
    if (mounted === null || places === null) return this.wanted ?? 0
    return places.lineOfPlace(placeRead(places.geometry(), mounted.page.window.scrollY))
  }

  /** Calls `listener` with the line that is being read whenever the reader scrolls. Returns a function that ends it. */
  onScroll(listener: (line: number) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls `listener` whenever the reader does something in the page. Returns a function that ends it. */
  onTouch(listener: () => void): () => void {
    this.touchListeners.add(listener)
    return () => this.touchListeners.delete(listener)
  }

  /** The layout has changed by itself. False: nobody has asked for a line, so that what is seen has to be kept. */
  adjust(): boolean {
    if (this.wanted === null) return false
    this.moveTo(this.wanted)
    return true
  }

  /** The page was scrolled to keep in place what is seen: not the reader's doing. */
  keptAt(scrollTop: number): void {
    this.ownScrollTop = scrollTop
  }

  /** Takes in how to tell that a scrolling has moved nothing that is seen: that one was the browser's, not the reader's. */
  ignoreWhere(staysInPlace: () => boolean): void {
    this.staysInPlace = staysInPlace
  }

  /** The writer goes on with the text: from now on what is seen stays where it is. */
  release(): void {
    this.stopCorrecting()
    this.wanted = null
  }

  private tellScroll(): void {
    if (this.mounted === null) return
    const isOwn =
      this.ownScrollTop !== null && Math.abs(this.ownScrollTop - this.mounted.page.window.scrollY) < 2
    if (isOwn || this.staysInPlace()) return
    this.release()
    this.ownScrollTop = null
    const line = this.readLine()
    for (const listener of this.listeners) listener(line)
  }

  private stopCorrecting(): void {
    if (this.correction !== null) cancelAnimationFrame(this.correction)
    this.correction = null
  }

  /** Whether that moved anything. */
  private moveTo(line: number): boolean {
    const { mounted, places } = this
    if (mounted === null || places === null) return false
    const { window } = mounted.page
    const geometry = places.geometry()
    const wanted = scrollTopFor(geometry, places.placeOfLine(line))
    const scrollTop = Math.round(Math.max(0, Math.min(wanted, scrollRange(geometry))))
    this.ownScrollTop = scrollTop
    if (Math.abs(scrollTop - window.scrollY) < 1) return false
    window.scrollTo({ top: scrollTop, behavior: 'instant' })
    return true
  }
}
