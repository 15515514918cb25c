import { blockBase, type HtmlElement } from '../block'
import { attributesHtml, escapeText } from '../html/escape'
import { type ContentModel, contentModelOf, isKnownElement, spanElements, voidElements } from '../html/names'
import { endTagAt, type StartTag, startTagAt } from '../html/tag-syntax'
import type { Source } from '../source'
import type { BlockParser, BlockRule } from './block-parser'

const markdownValues: Readonly<Record<string, ContentModel | 'default'>> = {
  '0': 'raw',
  '1': 'default',
  span: 'span',
  block: 'block',
}

const restOfLine = /[ \t]*\n/y

/** How the writer wants an element's content read; takes the attribute that says so. */
function takeModel(tag: StartTag, otherwise: 'raw' | 'default'): ContentModel {
  const wanted = markdownValues[tag.attributes.get('markdown') ?? ''] ?? otherwise
  tag.attributes.delete('markdown')
  return wanted === 'default' ? contentModelOf(tag.name) : wanted
}

/** Block-level HTML: to the tag that closes it, or to the end of the text. */
export const htmlRule: BlockRule = (parser) => {
  const { source } = parser
  const indentation = source.match(/ {0,3}(?=<)/y)
  if (indentation === null) return false
  const at = source.position + indentation[0].length
  if (indentation[0] === '' && source.text.startsWith('<!--', at)) {
    const end = source.find('-->', at + '<!--'.length)
    if (end >= 0) {
      source.position = end + '-->'.length
      const html = `${source.text.slice(at, source.position)}\n`
      parser.children.push({ ...blockBase(), type: 'raw', html })
      source.take(restOfLine)
      return true
    }
  }
  const tag = startTagAt(source.text, at, (end) => source.look(end))
  if (tag && !spanElements.has(tag.name.toLowerCase())) {
    source.position = tag.end
    takeElement(parser, tag)
    return true
  }
  const end = endTagAt(source.text, at)
  if (end && parser.parent.type === 'html' && parser.parent.name === end.name.toLowerCase()) {
    source.position = end.end
    parser.isClosed = true
    return true
  }
  return false
}

function takeElement(parser: BlockParser, tag: StartTag): void {
  const { source } = parser
  const element = openElement(tag, parser.definitions.options.parseBlockHtml ? 'default' : 'raw')
  parser.add(element)
  if (tag.name === 'script' || tag.name === 'style') {
    element.parts.push(takeVerbatim(source, tag.name))
    return
  }
  if (element.model === 'block') source.take(restOfLine)
  if (tag.isSelfClosing || voidElements.has(tag.name)) return
  fillElement(parser, element)
  source.take(restOfLine)
}

function openElement(tag: StartTag, otherwise: 'raw' | 'default'): HtmlElement {
  const model = takeModel(tag, otherwise)
  const { name, attributes, isSelfClosing } = tag
  const isClosed = isSelfClosing || voidElements.has(name)
  const parts = isClosed && model === 'raw' ? [' />'] : []
  return { ...blockBase(), type: 'html', name, model, attributes, children: [], parts, text: '' }
}

function fillElement(parser: BlockParser, element: HtmlElement): void {
  const { source } = parser
  if (element.model === 'raw' || parser.isTooDeep) fillRaw(parser, element)
  else if (element.model === 'block') parser.continueInto(element)
  else {
    const closing = new RegExp(`</${element.name.replace(/[.]/g, '\\.')}\\s*>`, 'gi')
    closing.lastIndex = source.position
    const found = closing.exec(source.text)
    source.look(found ? closing.lastIndex : source.text.length)
    element.text = source.text.slice(source.position, found?.index)
    source.position = found ? closing.lastIndex : source.text.length
  }
}

/** The content of a script or style sheet, to its closing tag. */
function takeVerbatim(source: Source, name: string): string {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = source.position
  const found = closing.exec(source.text)
  source.look(found ? closing.lastIndex : source.text.length)
  const text = source.text.slice(source.position, found?.index)
  source.position = found ? closing.lastIndex : source.text.length
  return text
}

/** Writes tags as they are read, and remembers which are open. */
class RawContent {
  private readonly open: { readonly name: string }[] = []

  constructor(
    private readonly parts: (string | HtmlElement)[],
    private readonly root: string,
  ) {}

  get innermost(): string {
    return this.open.at(-1)?.name ?? this.root
  }

  get isInside(): boolean {
    return this.open.length > 0
  }

  text(html: string): void {
    if (html !== '') this.parts.push(html)
  }

  start(tag: StartTag): void {
    const isVoid = voidElements.has(tag.name)
    const start = `<${tag.name}${attributesHtml(tag.attributes)}`
    if (tag.isSelfClosing || isVoid) this.parts.push(`${start} />`)
    else {
      this.parts.push(`${start}>`)
      this.open.push({ name: tag.name })
    }
  }

  end(): void {
    this.parts.push(`</${this.open.pop()?.name}>`)
  }
}

/** Takes raw content to the tag that closes the element. A closing tag of anything but the innermost element is text. */
function fillRaw(parser: BlockParser, element: HtmlElement): void {
  const { source } = parser
  const content = new RawContent(element.parts, element.name)
  for (;;) {
    const open = source.text.indexOf('<', source.position)
    content.text(escapeText(source.text.slice(source.position, open < 0 ? undefined : open)))
    source.position = open < 0 ? source.text.length : open
    if (open < 0) break
    const special = specialEnd(source)
    const tag = special < 0 ? startTagAt(source.text, open, (end) => source.look(end)) : null
    const end = special < 0 && tag === null ? endTagAt(source.text, open) : null
    if (special >= 0) {
      content.text(source.text.slice(open, special))
      source.position = special
    } else if (tag) takeNested(parser, tag, content, element)
    else if (end) {
      source.position = end.end
      const name = isKnownElement(content.innermost) ? end.name.toLowerCase() : end.name
      if (name !== content.innermost) content.text(escapeText(source.text.slice(open, end.end)))
      else if (!content.isInside) return
      else content.end()
    } else {
      content.text('&lt;')
      source.position++
    }
  }
  source.look(source.text.length)
  while (content.isInside) content.end()
}

/** Where a comment or a processing instruction at the position ends; -1 where there is none. */
function specialEnd(source: Source): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (!source.text.startsWith(opening, source.position)) continue
    const end = source.find(closing, source.position + opening.length)
    if (end >= 0) return end + closing.length
  }
  return -1
}

function takeNested(parser: BlockParser, tag: StartTag, content: RawContent, element: HtmlElement): void {
  const { source } = parser
  source.position = tag.end
  if (tag.attributes.has('markdown')) {
    const nested = openElement(tag, 'raw')
    element.parts.push(nested)
    if (nested.model === 'block') source.take(restOfLine)
    if (!tag.isSelfClosing && !voidElements.has(tag.name)) fillElement(parser, nested)
    return
  }
  content.start(tag)
  if (tag.name === 'script' || tag.name === 'style') {
    content.text(takeVerbatim(source, tag.name))
    content.end()
  }
}
