const firstMs = 1000
const longestMs = 30_000

/** How long to wait after an edit before a text that could not be rendered is tried again: longer with each failure on end. */
export function retryDelayMs(failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1))
}
