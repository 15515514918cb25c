/** One of the two panes that scroll together. */
export type Pane = 'text' | 'preview'

/** How long after the writer's last move in one pane the other one's scrolling is taken for an after-effect. */
const leadMs = 400

/** Decides which pane leads: the one that was touched last. `now` gives milliseconds that never run backwards. */
export class ScrollLead {
  private leader: Pane | null = null
  private touchedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly now: () => number) {}

  /** The writer has turned the wheel, pressed a key or the pointer in `pane`, or has put the focus there. */
  touch(pane: Pane): void {
    this.leader = pane
    this.touchedAt = this.now()
  }

  /** Whether a scrolling of `pane` that nobody here has caused is to be followed by the other pane. */
  mayLead(pane: Pane): boolean {
    if (this.leader !== pane && this.now() - this.touchedAt < leadMs) return false
    // also what no touch announces, such as finding words in the page
    this.touch(pane)
    return true
  }
}
