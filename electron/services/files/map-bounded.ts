/**
 * `task` over all items, at most `limit` at once, results in the items' order. The first failure rejects the whole; tasks already
 * running finish on their own.
 */
export async function mapBounded<Item, Value>(
  items: readonly Item[],
  limit: number,
  task: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const results = new Array<Value>(items.length)
  const pending = items.entries()
  const work = async () => {
    for (const [index, item] of pending) results[index] = await task(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
