/**
 * @typedef {{ getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }} Graph
 * what the bundler knows of its modules, null for one that it does not know
 */

/**
 * The bundler's group of all modules that `entry` needs before the first paint, as one chunk. Left to itself the bundler cuts them
 * apart wherever a part that loads later shares some, and many small files compress worse than one.
 *
 * @param {string} entry the page's id
 */
export function initialGroup(entry) {
  /** @type {Set<string> | null} */
  let needed = null
  return {
    debugName: 'initial',
    /** @param {string} id @param {Graph} graph */
    name(id, graph) {
      needed ??= staticallyNeededBy(entry, graph)
      return needed.has(id) ? 'initial' : null
    },
  }
}

/**
 * @param {string} entry
 * @param {Graph} graph
 */
function staticallyNeededBy(entry, graph) {
  /** @type {Set<string>} */
  const seen = new Set()
  const scripts = graph.getModuleInfo(entry)?.importedIds ?? []
  const waiting = [entry]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  // the page and its script stay apart as the entry that the manifest names
  for (const id of [entry, ...scripts]) seen.delete(id)
  return seen
}
