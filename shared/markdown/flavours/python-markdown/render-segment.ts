import type { Labels, RenderedBlock } from '../../dialect'
import { MarkSheet, type Template } from '../../template'
import { indentedCodeHtml } from './code-block'
import { Element } from './element'
import { unprotect } from './inline/escapes'
import { InlineParser } from './inline/inline-parser'
import { NodeStash } from './inline/node-stash'
import type { Segment } from './segments'
import { serialiseContent } from './serialise'
import { RawHtmlStash, type RawPiece } from './stash'

function isCodeBlock(element: Element): boolean {
  return element.tag === 'pre' && element.children[0]?.tag === 'code'
}

/** Renders one tree: a segment's, or a footnote's. */
class TreeRenderer {
  private readonly marks = new MarkSheet()
  private readonly rawHtml: RawHtmlStash
  private readonly inline: InlineParser

  constructor(rawHtml: ReadonlyMap<string, RawPiece>, labels: Labels) {
    this.rawHtml = new RawHtmlStash('r', rawHtml)
    const context = { labels, marks: this.marks, rawHtml: this.rawHtml, nodes: new NodeStash() }
    this.inline = new InlineParser(context)
  }

  /** Whether the tree holds HTML of the writer's own; known once it is rendered. */
  get hasWrittenHtml(): boolean {
    return this.rawHtml.holdsWritten
  }

  render(root: Element): Template {
    return this.finish(this.inline.parse(this.withCodeBoxes(root)))
  }

  /** A footnote, with the place for its links back: at the end of its last paragraph, or in one of their own. */
  renderNote(root: Element, label: string): Template {
    const tree = this.inline.parse(this.withCodeBoxes(root))
    const last = tree.last()
    if (last === undefined) return this.finish(tree)
    const backlinks = this.rawHtml.store(this.marks.place({ kind: 'backlinks', label }))
    const paragraph = last.tag === 'p' ? last : tree.append('p')
    const nonBreakingSpace = paragraph === last ? this.rawHtml.store('&#160;') : ''
    const behind = paragraph.last()
    if (behind) behind.tail += nonBreakingSpace + backlinks
    else paragraph.text += nonBreakingSpace + backlinks
    return this.finish(tree)
  }

  private finish(tree: Element): Template {
    return this.marks.finish(unprotect(this.rawHtml.restore(serialiseContent(tree))).trim())
  }

  /** A copy of `element` in which code is its box, as raw HTML in a paragraph of its own. */
  private withCodeBoxes(element: Element): Element {
    const copy = new Element(isCodeBlock(element) ? 'p' : element.tag)
    copy.tail = element.tail
    copy.isFinal = element.isFinal
    copy.attributes.push(...element.attributes)
    const code = element.children[0]
    if (isCodeBlock(element) && code) copy.text = this.rawHtml.store(indentedCodeHtml(code.text))
    else {
      copy.text = element.text
      for (const child of element.children) copy.children.push(this.withCodeBoxes(child))
    }
    return copy
  }
}

/** See `Dialect.render`. */
export function renderSegment(segment: Segment, labels: Labels): RenderedBlock {
  const notes = new Map<string, Template>()
  for (const [label, root] of segment.notes) {
    notes.set(label, new TreeRenderer(segment.rawHtml, labels).renderNote(root, label))
  }
  const renderer = new TreeRenderer(segment.rawHtml, labels)
  return { html: renderer.render(segment.root), notes, hasRawHtml: renderer.hasWrittenHtml }
}
