/** How long a slice of work may take before the next key is served. */
const sliceMs = 6
const timeoutMs = 300

/** Runs `step` in idle moments until it says that it is done. Returns a function that gives up. */
export function runWhenIdle(step: () => 'more' | 'done'): () => void {
  let cancelled = false
  let handle = 0
  const run = (): void => {
    if (cancelled) return
    const start = performance.now()
    let outcome = step()
    while (outcome === 'more' && performance.now() - start < sliceMs) outcome = step()
    if (outcome === 'more') handle = requestIdleCallback(run, { timeout: timeoutMs })
  }
  handle = requestIdleCallback(run, { timeout: timeoutMs })
  return () => {
    cancelled = true
    cancelIdleCallback(handle)
  }
}
