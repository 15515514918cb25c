import type { LivePiece } from './page-view'

/** Where something stands in the frame's viewport, in pixels. */
export type Box = { readonly top: number; readonly bottom: number }

const isElement = (node: Node): node is Element => node.nodeType === 1

function boxOf(node: Node): DOMRect | null {
  if (!node.isConnected) return null
  if (isElement(node)) return node.getClientRects().length > 0 ? node.getBoundingClientRect() : null
  if (node.nodeType !== 3 || (node.textContent ?? '').trim() === '') return null
  const range = node.ownerDocument?.createRange()
  range?.selectNode(node)
  return range?.getBoundingClientRect() ?? null
}

/** Where a piece stands; null for one that shows nothing, such as definitions of links. Looks at its first and last nodes alone. */
export function pieceBox({ nodes }: LivePiece): (Box & { readonly left: number }) | null {
  let first: DOMRect | null = null
  for (const node of nodes) {
    first = boxOf(node)
    if (first !== null) break
  }
  if (first === null) return null
  for (const node of nodes.toReversed()) {
    const last = boxOf(node)
    if (last !== null)
      return { top: first.top, bottom: Math.max(first.bottom, last.bottom), left: first.left }
  }
  return null
}
