/** Puts a node in the place of another, which may be a piece's own. */
export type Replace = (node: ChildNode, next: ChildNode) => void
