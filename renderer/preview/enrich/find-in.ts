/** The elements that `selector` names, among `nodes` and inside of them, in order. */
export function findIn<Found extends Element>(nodes: readonly Node[], selector: string): readonly Found[] {
  return nodes.flatMap((node) => {
    // nodes belong to the frame's realm, so they are no instances of this realm's Element
    if (node.nodeType !== 1) return []
    const element = node as Element
    const inside = [...element.querySelectorAll<Found>(selector)]
    return element.matches(selector) ? [element as Found, ...inside] : inside
  })
}
