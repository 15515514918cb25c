import type { NamedHeading } from '../../template'
import { attributesHtml } from './html/escape'

/** A heading with those below it. */
type Entry = { readonly heading: NamedHeading; readonly children: Entry[] }

/** Hangs each heading under the last one before it that is of a higher level. */
function treeOf(headings: readonly NamedHeading[]): readonly Entry[] {
  const roots: Entry[] = []
  const open: Entry[] = []
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop()
    const entry = { heading, children: [] }
    ;(open.at(-1)?.children ?? roots).push(entry)
    open.push(entry)
  }
  return roots
}

/** The table of contents that stands in place of a list marked `{:toc}`; nothing where there is no heading. */
export function contentsHtml(
  tag: 'ul' | 'ol',
  attributes: ReadonlyMap<string, string>,
  headings: readonly NamedHeading[],
): string {
  const own = new Map(attributes)
  if (!own.has('id')) own.set('id', 'markdown-toc')
  const listHtml = (entries: readonly Entry[], listAttributes: string): string => {
    if (entries.length === 0) return ''
    const items = entries.map(({ heading, children }) => {
      const id = `${own.get('id')}-${heading.id}`
      const link = `<a href="#${heading.id}" id="${id}">${heading.html}</a>`
      return `<li>${link}${listHtml(children, '')}</li>\n`
    })
    return `<${tag}${listAttributes}>\n${items.join('')}</${tag}>\n`
  }
  return listHtml(treeOf(headings), attributesHtml(own))
}
