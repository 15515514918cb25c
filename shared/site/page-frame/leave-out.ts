import { type Differences, isAboutLength, isRelated } from './differences'
import type { MatchedPage } from './match-page'
import {
  allElementsIn,
  ancestorsOf,
  attributeOf,
  elementsIn,
  isElement,
  isText,
  type PageElement,
  type PageNode,
  removeNode,
} from './page-tree'

/** The texts and pictures that other pages lack; where there is no other, those that only one post's page can have. */
export function ownNodesOf(
  { around }: MatchedPage,
  { isKnown, isPerPost }: Differences,
): readonly PageNode[] {
  const texts = around.texts.filter(({ node }) => (isKnown && isPerPost(node)) || isAboutLength(node.value))
  const images = around.elements.filter(({ node }) => node.tagName === 'img' && isPerPost(node))
  return [...texts, ...images].map(({ node }) => node)
}

/** Takes off what belongs to the post of the page alone: `own` nodes, links to its neighbours, its comments. */
export function leaveOutPostsOwn(
  body: PageElement,
  own: readonly PageNode[],
  kept: ReadonlySet<PageNode>,
): void {
  const marked = [...allElementsIn(body)].filter((element) => attributeOf(element, 'data-galley') !== null)
  const essential = new Set<PageNode>()
  for (const slot of [...kept, ...marked]) {
    essential.add(slot)
    for (const ancestor of ancestorsOf(slot)) essential.add(ancestor)
  }
  const visit = (parent: PageElement): void => {
    for (const child of elementsIn(parent)) {
      if (isRelated(child) && !essential.has(child)) removeNode(child)
      else if (!kept.has(child)) visit(child)
    }
  }
  visit(body)
  for (const node of own) {
    const isMarked = essential.has(node) || [...ancestorsOf(node)].some((ancestor) => kept.has(ancestor))
    if (node.parentNode !== null && !isMarked) removeEmptied(node, essential)
  }
}

/** Takes a node off, and what is around it for as long as nothing else is in there. */
function removeEmptied(node: PageNode, essential: ReadonlySet<PageNode>): void {
  const parent = node.parentNode
  dropSeparatorBefore(node)
  removeNode(node)
  if (parent === null || !isElement(parent) || essential.has(parent) || parent.tagName === 'body') return
  // a heading of nothing says nothing
  const isEmpty = parent.childNodes.every((child) =>
    isText(child) ? child.value.trim() === '' : /^h[1-6]$/.test(child.nodeName) && !essential.has(child),
  )
  if (isEmpty) removeEmptied(parent, essential)
}

/** A dot or a bar that stands between what goes and what is before it goes too. */
function dropSeparatorBefore(node: PageNode): void {
  const siblings = node.parentNode?.childNodes ?? []
  const before = siblings[siblings.indexOf(node) - 1]
  const isLast = siblings
    .slice(siblings.indexOf(node) + 1)
    .every((one) => isText(one) && one.value.trim() === '')
  if (before !== undefined && isText(before) && isLast)
    before.value = before.value.replace(/\s*[·•|/–—]\s*$/, '')
}
