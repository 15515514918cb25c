/** Following an edit may take so long without being felt while typing. */
const unfeltMs = 40

/** After an edit that is felt, the page rests so many times as long: the keys get the larger part of the time. */
const restFactor = 3
const longestRestMs = 2000

/**
 * How long the page is to rest after an edit that took it `tookMs` to follow, layout included; 0 where that is not felt. In a table of thousands of rows the
 * browser itself takes long, whatever changes.
 */
export function restAfter(tookMs: number): number {
  return tookMs <= unfeltMs ? 0 : Math.min(longestRestMs, tookMs * restFactor)
}
