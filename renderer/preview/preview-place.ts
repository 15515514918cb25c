import { ChoosePlace, type ChosenPlace } from './choose-place'
import { EditMark } from './edit-mark'
import { KeepPlace } from './keep-place'
import type { PageFeature } from './mounted-page'
import { ScrollSync } from './scroll-sync'

/** Where the reader is in the page, where the writer is in the text, and how the page is brought from the one to the other. Lines as in `EditorPort`. */
export class PreviewPlace {
  private readonly scroll = new ScrollSync()
  private readonly keep = new KeepPlace(this.scroll)
  private readonly mark = new EditMark()
  private readonly choose = new ChoosePlace()

  /** What ties it to the page. */
  readonly features: readonly PageFeature[] = [
    this.scroll.feature,
    this.keep.feature,
    this.mark.feature,
    this.choose.feature,
  ]

  /** The line that is being read. */
  readLine(): number {
    return this.scroll.readLine()
  }

  /** Scrolls until `line` is the one that is being read. */
  scrollToLine(line: number): void {
    this.scroll.scrollToLine(line)
  }

  /** Calls `listener` with the line that is being read whenever the reader scrolls. Returns a function that ends it. */
  onReadLine(listener: (line: number) => void): () => void {
    return this.scroll.onScroll(listener)
  }

  /** Calls `listener` whenever the reader does something in the page. Returns a function that ends it. */
  onTouch(listener: () => void): () => void {
    return this.scroll.onTouch(listener)
  }

  /** Marks the block with this line as the one that is being edited; null for none. */
  setCaretLine(line: number | null): void {
    this.keep.setCaretLine(line)
    this.mark.setCaretLine(line)
  }

  /** Calls `listener` with each place that the reader double-clicks. Returns a function that ends it. */
  onChoose(listener: (place: ChosenPlace) => void): () => void {
    return this.choose.onChoose(listener)
  }

  /** The place of what is selected in the page, null for none. */
  selectedPlace(): ChosenPlace | null {
    return this.choose.selectedPlace()
  }

  /** To be called before the page follows an edit. */
  typed(): void {
    this.keep.typed()
  }

  /** Another post is on the page: shows its top, or the line that was asked for meanwhile. */
  begin(): void {
    this.keep.forget()
    this.scroll.begin()
  }

  /** Asks for no line any more: what is seen stays where it is. */
  release(): void {
    this.scroll.release()
  }
}
