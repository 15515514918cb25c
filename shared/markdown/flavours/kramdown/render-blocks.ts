import type { Labels } from '../../dialect'
import type { MarkSheet } from '../../template'
import { applyAttributeList, type NamedLists } from './attribute-lists'
import type { Block, Container, HtmlElement } from './block'
import { codeHtml } from './code-box'
import { contentsHtml } from './contents'
import { headingRequest, type SlugStyle } from './heading-ids'
import { attributesHtml, escapeCode, escapeValue } from './html/escape'
import { voidElements } from './html/names'
import type { KramdownOptions } from './options'
import { namedListLabel } from './references'
import { withAbbreviations } from './spans/abbreviations'
import { spansHtml } from './spans/render-spans'
import { plainText, type Span, withoutLinks } from './spans/span'
import { SpanParser } from './spans/span-parser'
import { tableHtml } from './table-html'

/** How texts are read that depends on where they stand: in the document itself, or in HTML or a footnote. */
type Place = { readonly slugs: SlugStyle; readonly hasBackslashBreaks: boolean }

const inDocument: Place = { slugs: 'github', hasBackslashBreaks: true }
const elsewhere: Place = { slugs: 'plain', hasBackslashBreaks: false }

/** Writes the blocks of one segment as HTML. */
export class BlockRenderer {
  private hasWritten = false
  private readonly named: NamedLists

  constructor(
    private readonly labels: Labels,
    private readonly marks: MarkSheet,
    private readonly options: KramdownOptions,
  ) {
    this.named = (name) => this.labels.reference(namedListLabel(name))?.href
  }

  /** Whether HTML of the writer's own was among them; known once they are written. */
  get hasRawHtml(): boolean {
    return this.hasWritten
  }

  /** The HTML of a document's blocks. */
  document(root: Container): string {
    return this.blocks(root.children, this.options.gfm ? inDocument : elsewhere)
  }

  /** The HTML of a footnote: its links back stand in the last paragraph, or in one of their own. */
  note(root: Container, label: string): string {
    const backlinks = this.marks.place({ kind: 'backlinks', label })
    const shown = root.children.filter(({ type }) => type !== 'attributes' && type !== 'definition')
    const last = shown.at(-1)
    if (last?.type !== 'paragraph') {
      return `${this.blocks(root.children, elsewhere)}<p>${backlinks}</p>\n`
    }
    const before = this.blocks(shown.slice(0, -1), elsewhere)
    const text = this.text(last.text, elsewhere)
    return `${before}<p${this.attributes(last)}>${text}\u00a0${backlinks}</p>\n`
  }

  private blocks(blocks: readonly Block[], place: Place): string {
    return blocks.map((block) => this.block(block, place)).join('')
  }

  /** A block's attributes with those that the writer gave it. */
  private attributesOf(block: Block): ReadonlyMap<string, string> {
    if (block.list === null) return block.attributes
    const attributes = new Map(block.attributes)
    applyAttributeList(block.list, attributes, this.named)
    return attributes
  }

  private attributes(block: Block): string {
    return attributesHtml(this.attributesOf(block))
  }

  private spans(text: string): Span[] {
    const { labels, marks, named, options } = this
    return new SpanParser(text, { labels, marks, named, options }).parse()
  }

  private spansHtml(spans: readonly Span[], hasBackslashBreaks: boolean): string {
    const shown = withAbbreviations(spans, this.labels.abbreviations(), this.named)
    const lineBreak = hasBackslashBreaks ? (this.options.hardWrap ? '\n' : '\\\n') : null
    const { html, hasRawHtml } = spansHtml(shown, lineBreak)
    this.hasWritten ||= hasRawHtml
    return html
  }

  private text(text: string, { hasBackslashBreaks }: Place): string {
    const spans = this.spans(text)
    const last = spans.at(-1)
    // a backslash at the very end is not shown, and a line's end there is none
    if (hasBackslashBreaks && last?.type === 'text')
      last.text = last.text.replace(
        this.options.hardWrap ? /\n$/ : /\\\n$/,
        this.options.hardWrap ? '' : '\n',
      )
    return this.spansHtml(spans, hasBackslashBreaks)
  }

  private block(block: Block, place: Place): string {
    const wrap = (tag: string, content: string): string =>
      `<${tag}${this.attributes(block)}>${content}</${tag}>\n`
    switch (block.type) {
      case 'blank':
        return '\n'
      case 'end':
      case 'definition':
      case 'attributes':
        return ''
      case 'paragraph':
        return block.isTransparent
          ? `${this.text(block.text, place)}\n`
          : wrap('p', this.text(block.text, place))
      case 'bare':
        return this.text(block.text, place)
      case 'heading':
        return this.heading(block, place)
      case 'rule':
        return `<hr${this.attributes(block)} />\n`
      case 'code':
        return codeHtml(block.text, this.attributesOf(block))
      case 'math':
        return this.math(block)
      case 'raw':
        this.hasWritten = true
        return block.html
      case 'table':
        return wrap(
          'table',
          tableHtml(block, (cell) => this.text(cell, place)),
        )
      case 'term':
        return wrap('dt', this.text(block.text, place))
      case 'html':
        return this.html(block)
      case 'root':
        return this.blocks(block.children, place)
      case 'item':
      case 'description': {
        const content = this.blocks(block.children, place)
        const [first] = block.children
        const isText = first?.type === 'paragraph' && first.isTransparent
        const inner = isText ? content.replace(/\n$/, '') : `\n${content}`
        return wrap(block.type === 'item' ? 'li' : 'dd', first === undefined ? '' : inner)
      }
      default:
        if (isContents(block)) return this.contents(block)
        return wrap(containerTags[block.type], `\n${this.blocks(block.children, place)}`)
    }
  }

  private heading(block: Extract<Block, { type: 'heading' }>, place: Place): string {
    const spans = this.spans(block.text)
    const html = this.spansHtml(spans, false)
    const attributes = new Map(this.attributesOf(block))
    const ownId = attributes.get('id')?.trim() || undefined
    attributes.delete('id')
    const entry = { level: block.level, html: this.spansHtml(withoutLinks(spans), false) }
    const { autoIds, headerOffset, tocLevels } = this.options
    const isListed = tocLevels.includes(block.level) && !/\bno_toc\b/.test(attributes.get('class') ?? '')
    const tag = `h${Math.max(1, Math.min(6, block.level + headerOffset))}`
    if (ownId === undefined && !autoIds) return `<${tag}${attributesHtml(attributes)}>${html}</${tag}>\n`
    const id = this.marks.place({
      kind: 'heading-id',
      text: [
        ownId === undefined
          ? headingRequest(this.options.gfm ? plainText(spans) : block.text, place.slugs)
          : escapeValue(ownId),
      ],
      isExplicit: ownId !== undefined,
      isAttribute: true,
      ...(isListed && { entry }),
    })
    return `<${tag}${id}${attributesHtml(attributes)}>${html}</${tag}>\n`
  }

  private contents(list: Container): string {
    const attributes = this.attributesOf(list)
    const tag = list.type === 'numbers' ? 'ol' : 'ul'
    return this.marks.place({
      kind: 'contents',
      write: (headings) => contentsHtml(tag, attributes, headings),
    })
  }

  private math(block: Extract<Block, { type: 'math' }>): string {
    const formula = `\\[${escapeCode(block.text)}\\]\n`
    const attributes = this.attributes(block)
    return attributes === '' ? formula : `<div${attributes}>${formula}</div>\n`
  }

  private html(element: HtmlElement): string {
    this.hasWritten = true
    const { name, model, parts } = element
    const start = `<${name}${this.attributes(element)}`
    if (model === 'raw' && parts[0] === ' />') return `${start} />\n`
    const content =
      model === 'block'
        ? this.blocks(element.children, elsewhere)
        : this.text(element.text, elsewhere) +
          parts.map((part) => (typeof part === 'string' ? part : this.html(part).trimEnd())).join('')
    if (content === '') return voidElements.has(name) ? `${start} />\n` : `${start}></${name}>\n`
    return model === 'block' ? `${start}>\n${content}</${name}>\n` : `${start}>${content}</${name}>\n`
  }
}

function isContents(list: Container): boolean {
  return (list.type === 'bullets' || list.type === 'numbers') && (list.list?.names.includes('toc') ?? false)
}

const containerTags = { quote: 'blockquote', descriptions: 'dl', bullets: 'ul', numbers: 'ol' } as const
