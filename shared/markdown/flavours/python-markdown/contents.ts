import type { HeadingIds } from '../../dialect'
import { type HeadingEntry, headingTree } from '../../heading-tree'
import type { MarkSheet, NamedHeading } from '../../template'
import type { Element } from './element'
import { escapeText } from './serialise'
import type { Contents } from './syntax'

// Python-Markdown 3.4 extensions/toc.py
const headingTag = /^h([1-6])$/

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\t\n\v\f\r -~]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')
}

/** Ids of headings: the second of a name gets `_1`, and one without a name `_1` alone. */
export function pythonHeadingIds(): HeadingIds {
  const used = new Set<string>()
  return (text, isExplicit) => {
    let id = text
    while (!isExplicit && (id === '' || used.has(id))) {
      const [, name, count] = /^(.*)_(\d+)$/.exec(id) ?? []
      id = name === undefined ? `${id}_1` : `${name}_${Number(count) + 1}`
    }
    used.add(id)
    return id
  }
}

function contentsHtml(headings: readonly NamedHeading[], { title }: Contents): string {
  const list = (entries: readonly HeadingEntry[]): string => {
    const items = entries.map(({ heading, children }) => {
      const below = children.length === 0 ? '' : list(children)
      return `<li><a href="#${heading.id}">${heading.html}</a>${below}</li>\n`
    })
    return `<ul>\n${items.join('')}</ul>\n`
  }
  const heading = title === '' ? '' : `<span class="toctitle">${escapeText(title)}</span>`
  return heading + list(headingTree(headings))
}

/** Where the extension `toc` finds and leaves what it writes. */
export type ContentsPlaces = {
  readonly marks: MarkSheet
  /** HTML that is put in as it is. */
  readonly store: (html: string) => string
  /** Words with placeholders for HTML, as text. */
  readonly textOf: (words: string) => string
}

/** Gives every heading an id, and puts a table of contents in the place of each `[TOC]`. */
export function writeContents(root: Element, contents: Contents, places: ContentsPlaces): void {
  for (const [index, child] of root.children.entries()) {
    if (child.text.trim() === '[TOC]' && child.children.length === 0) {
      const box = child.shell('p')
      const write = (headings: readonly NamedHeading[]): string => contentsHtml(headings, contents)
      box.text = places.store(`<div class="toc">${places.marks.place({ kind: 'contents', write })}</div>`)
      root.children[index] = box
      continue
    }
    const level = Number(headingTag.exec(child.tag)?.[1] ?? 0)
    if (level > 0) nameHeading(child, level, contents, places)
    else writeContents(child, contents, places)
  }
}

function nameHeading(heading: Element, level: number, contents: Contents, places: ContentsPlaces): void {
  const own = heading.get('id')
  const text = places.textOf(heading.words()).trim()
  const isListed = level >= contents.top && level <= contents.bottom
  const id = places.marks.place({
    kind: 'heading-id',
    text: [own ?? slugOf(text.replace(/&[#\w]+;/g, ''))],
    isExplicit: own !== undefined,
    ...(isListed && { entry: { level, html: escapeText(text) } }),
  })
  heading.set('id', id)
  if (contents.permalink === '') return
  const link = heading.append('a')
  link.text = places.store(contents.permalink)
  link.set('class', 'headerlink')
  link.set('href', `#${places.marks.place({ kind: 'same-heading-id' })}`)
  link.set('title', 'Permanent link')
}
