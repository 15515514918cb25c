import { type NodeType, Tree, TreeFragment } from '@lezer/common'
import type { Range } from '#shared/front-matter/front-matter'

/**
 * What is left unchanged of one section of the documents that `fragments` come from, seen from the tree inside that section: the
 * section's parser meets no node of another language. `type` is the section's own node type, a child of the top node.
 */
export function fragmentsWithin(fragments: readonly TreeFragment[], type: NodeType): readonly TreeFragment[] {
  return fragments.flatMap((fragment) => {
    const { tree, offset, openStart, openEnd } = fragment
    const index = tree.children.findIndex((child) => child instanceof Tree && child.type === type)
    const section = tree.children[index] as Tree | undefined
    const inside = section?.children[0] as Tree | undefined
    if (section === undefined || inside === undefined) return []
    const position = tree.positions[index] ?? 0
    const from = Math.max(fragment.from, position - offset)
    const to = Math.min(fragment.to, position - offset + section.length)
    if (from >= to) return []
    const isCutAtStart = from === fragment.from && openStart
    const isCutAtEnd = to === fragment.to && openEnd
    return [new TreeFragment(from, to, inside, offset - position, isCutAtStart, isCutAtEnd)]
  })
}

/** The whole tree of a section that stands at `range` as it stood before; null when anything of it changed. */
export function unchangedTree(fragments: readonly TreeFragment[], range: Range): Tree | null {
  const fragment = fragments.find(({ from, to }) => from <= range.from && to >= range.to)
  if (fragment === undefined) return null
  const { tree, offset } = fragment
  return range.from + offset === 0 && tree.length === range.to - range.from ? tree : null
}
