import { type HeadingEntry, headingTree } from '../../heading-tree'
import type { NamedHeading } from '../../template'
import { attributesHtml } from './html/escape'

/** The table of contents that stands in place of a list marked `{:toc}`; nothing where there is no heading. */
export function contentsHtml(
  tag: 'ul' | 'ol',
  attributes: ReadonlyMap<string, string>,
  headings: readonly NamedHeading[],
): string {
  const own = new Map(attributes)
  if (!own.has('id')) own.set('id', 'markdown-toc')
  const listHtml = (entries: readonly HeadingEntry[], listAttributes: string): string => {
    if (entries.length === 0) return ''
    const items = entries.map(({ heading, children }) => {
      const id = `${own.get('id')}-${heading.id}`
      const link = `<a href="#${heading.id}" id="${id}">${heading.html}</a>`
      return `<li>${link}${listHtml(children, '')}</li>\n`
    })
    return `<${tag}${listAttributes}>\n${items.join('')}</${tag}>\n`
  }
  return listHtml(headingTree(headings), attributesHtml(own))
}
