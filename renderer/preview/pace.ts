/** Following an edit may take so long without being felt while typing. */
const unfeltMs = 12

/** After an edit that is felt, the page rests so many times as long: the keys get the larger part of the time. */
const restFactor = 3
const longestRestMs = 2000

/**
 * Watches how long the page takes to follow an edit, its layout included, and asks for a rest where that would be felt with every key: in a table of
 * thousands of rows the browser itself takes long, whatever changes.
 */
export class Pace {
  constructor(private readonly rest: (ms: number) => void) {}

  /** Called when the page has just been changed, which has taken `changedMs`. */
  changed(changedMs: number): void {
    requestAnimationFrame(() => {
      const frameAt = performance.now()
      // a task behind the frame: style, layout and paint lie between
      setTimeout(() => {
        const tookMs = changedMs + performance.now() - frameAt
        if (tookMs > unfeltMs) this.rest(Math.min(longestRestMs, tookMs * restFactor))
      })
    })
  }
}
