/** Calls that come in a burst, told as one. */
export type Gatherer<Item> = {
  add(item: Item): void
  /** Forgets what was gathered; nothing is told any more. */
  stop(): void
}

/**
 * Tells `onGathered` of all items once none came for `quietMs`, at the latest `maxMs` after the first, each item once, in the order they
 * first came.
 */
export function createGatherer<Item>(
  { quietMs, maxMs }: { readonly quietMs: number; readonly maxMs: number },
  onGathered: (items: readonly Item[]) => void,
): Gatherer<Item> {
  const items = new Set<Item>()
  let timer: NodeJS.Timeout | null = null
  let deadlineMs = 0
  let stopped = false

  const tell = () => {
    timer = null
    const gathered = [...items]
    items.clear()
    onGathered(gathered)
  }
  return {
    add(item) {
      if (stopped) return
      const nowMs = performance.now()
      if (items.size === 0) deadlineMs = nowMs + maxMs
      items.add(item)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(tell, Math.max(0, Math.min(quietMs, deadlineMs - nowMs)))
    },
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      items.clear()
    },
  }
}
