import {
  ancestorsOf,
  attributeOf,
  isElement,
  isText,
  nodesIn,
  type PageElement,
  type PageNode,
  type PageParent,
} from './page-tree'

/** What of a page belongs to its post alone, as other pages of the same layout tell. */
export type Differences = {
  /** Whether there was another page to compare with. */
  readonly isKnown: boolean
  isPerPost(node: PageNode): boolean
}

const attributesThatTell = ['src', 'data-src']

/** Where a node stands, by the names around it: the same in every page of a layout, however many list items come before it. */
function pathOf(node: PageNode): string {
  return [...ancestorsOf(node)].map(({ tagName }) => tagName).join('<')
}

function keyOf(node: PageNode): string | null {
  if (isText(node)) {
    const text = node.value.replace(/\s+/g, ' ').trim()
    return text === '' ? null : `${pathOf(node)} ${text}`
  }
  if (!isElement(node) || node.tagName !== 'img') return null
  return `${pathOf(node)} ${attributesThatTell.map((name) => attributeOf(node, name) ?? '').join(' ')}`
}

function keysOf(page: PageParent): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const node of nodesIn(page)) {
    const key = keyOf(node)
    if (key !== null) keys.add(key)
  }
  return keys
}

/** Compares a page with others of its layout: texts and pictures that most of them lack at such a place are its post's own. */
export function compareWith(others: readonly PageParent[]): Differences {
  const known = others.map(keysOf)
  return {
    isKnown: known.length > 0,
    isPerPost(node) {
      const key = keyOf(node)
      if (key === null || known.length === 0) return false
      return known.filter((keys) => !keys.has(key)).length * 2 >= known.length
    },
  }
}

/** Class names and ids of what belongs to a post and not to its layout. */
const relatedName =
  /(?:^|[-_\s])(?:prev|previous|next|newer|older|pager|pagination|post-?nav(?:igation)?|related|similar|see-also|recommended|keep-reading|read-?next|more-posts|comments?|disqus|giscus|utterances?|webmentions?|share|sharing|social-share|likes?|toc|table-of-contents|tableofcontents|reading-?time|read-?time|word-?count)(?:$|[-_\s])/i

/** Whether an element is about the post that its page shows: links to its neighbours, its comments, its contents. */
export function isRelated(element: PageElement): boolean {
  const rel = attributeOf(element, 'rel') ?? ''
  if (/\b(?:prev|next)\b/i.test(rel)) return true
  return [attributeOf(element, 'class'), attributeOf(element, 'id')].some(
    (names) => names !== null && relatedName.test(names),
  )
}

/** Whether a short text says how long its post is, whatever other pages say. */
export function isAboutLength(text: string): boolean {
  return text.trim().length < 40 && /\b\d+[-\s]*(?:min(?:ute)?s?\b|words?\b)/i.test(text)
}
