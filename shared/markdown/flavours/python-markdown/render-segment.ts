import type { Labels, RenderedBlock } from '../../dialect'
import { MarkSheet, type Template } from '../../template'
import { takeAttributeLists } from './attribute-lists'
import { indentedCodeHtml } from './code-block'
import { writeContents } from './contents'
import type { Element } from './element'
import { unprotect } from './inline/escapes'
import { InlineParser } from './inline/inline-parser'
import { NodeStash } from './inline/node-stash'
import type { Segment } from './segments'
import { serialiseContent } from './serialise'
import { RawHtmlStash, type RawPiece } from './stash'
import type { Syntax } from './syntax'

function isCodeBlock(element: Element): boolean {
  return element.tag === 'pre' && element.children[0]?.tag === 'code'
}

/** Renders one tree: a segment's, or a footnote's. */
class TreeRenderer {
  private readonly marks = new MarkSheet()
  private readonly rawHtml: RawHtmlStash
  private readonly inline: InlineParser

  constructor(
    rawHtml: ReadonlyMap<string, RawPiece>,
    labels: Labels,
    private readonly syntax: Syntax,
  ) {
    this.rawHtml = new RawHtmlStash('r', rawHtml)
    const context = { labels, marks: this.marks, rawHtml: this.rawHtml, nodes: new NodeStash(), syntax }
    this.inline = new InlineParser(context)
  }

  /** Whether the tree holds HTML of the writer's own; known once it is rendered. */
  get hasWrittenHtml(): boolean {
    return this.rawHtml.holdsWritten
  }

  render(root: Element): Template {
    const html = this.finish(this.inline.parse(this.withCodeBoxes(root)))
    // a tag left open in the block before goes on at the line feed between the two
    return html.length === 0 ? html : [...html, '\n']
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
    if (this.syntax.attributeLists) takeAttributeLists(tree)
    if (this.syntax.contents) {
      writeContents(tree, this.syntax.contents, {
        marks: this.marks,
        store: (html) => this.rawHtml.store(html),
        textOf: (words) => this.textOf(words),
      })
    }
    return this.marks.finish(unprotect(this.rawHtml.restore(serialiseContent(tree, this.syntax))).trim())
  }

  /** Words as text: without the tags that placeholders stand for. */
  private textOf(words: string): string {
    const escaped = words.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const withoutTags = unprotect(this.rawHtml.restore(escaped)).replace(/<[^>]*>/g, '')
    return withoutTags.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  }

  /** A copy of `element` in which code is its box, as raw HTML in a paragraph of its own. */
  private withCodeBoxes(element: Element): Element {
    const code = this.syntax.codeHilite && isCodeBlock(element) ? element.children[0] : undefined
    const copy = element.shell(code ? 'p' : element.tag)
    if (code) copy.text = this.rawHtml.store(indentedCodeHtml(code.text, this.syntax))
    else {
      copy.text = element.text
      for (const child of element.children) copy.children.push(this.withCodeBoxes(child))
    }
    return copy
  }
}

/** See `Dialect.render`. */
export function renderSegment(segment: Segment, labels: Labels, syntax: Syntax): RenderedBlock {
  const notes = new Map<string, Template>()
  for (const [label, root] of segment.notes) {
    notes.set(label, new TreeRenderer(segment.rawHtml, labels, syntax).renderNote(root, label))
  }
  const renderer = new TreeRenderer(segment.rawHtml, labels, syntax)
  return { html: renderer.render(segment.root), notes, hasRawHtml: renderer.hasWrittenHtml }
}
