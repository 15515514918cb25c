import { Element } from './element'
import { isBlockLevel, type RawHtmlStash } from './stash'
import type { Markup } from './tag-syntax'
import type { TextFeed } from './text-feed'

/** How an element's content is read: as blocks, as one text, or not at all. */
type Reading = 'block' | 'span' | 'off'

const spanNames = new Set('address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th'.split(' '))
const rawNames = new Set('canvas math option pre script style textarea'.split(' '))
const verbatimNames = new Set(['script', 'style'])

// Python 3.11 html/parser.py, attrfind_tolerant.
const attribute = /(?<=["'\s/])([^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!["'])[^>\s]*))?(?:\s|\/(?!>))*/g

/** A start tag's attributes; one without a value has its name as value. */
function attributesOf(tag: string): [string, string][] {
  const behindName = tag.replace(/^<[^\s/>]+/, '').replace(/\/?>$/, '')
  return [...behindName.matchAll(attribute)].map(([, name = '', assigned, value = '']) => {
    const key = name.toLowerCase()
    return [key, assigned === undefined ? key : value.replace(/^(["'])(.*)\1$/s, '$2')]
  })
}

function readingOf(name: string, attributes: readonly [string, string][], outer: Reading | null): Reading {
  const written = attributes.find(([key]) => key === 'markdown')?.[1] ?? '0'
  const asked = written === 'markdown' ? '1' : written
  const wanted = outer === 'off' || (outer === 'span' && asked !== '0') ? outer : asked
  const isRaw = rawNames.has(name) || name === 'hr'
  const isSpan = spanNames.has(name)
  if (isRaw) return 'off'
  if (wanted === 'block' || (wanted === '1' && !isSpan)) return 'block'
  return wanted === 'span' || (wanted === '1' && isSpan) ? 'span' : 'off'
}

/** Whether the start tag of a block-level element asks for its content to be read as Markdown. */
export function asksForMarkdown(name: string, tag: string): boolean {
  return readingOf(name, attributesOf(tag), null) !== 'off'
}

/** What the reader of an element takes its text from. */
export type ElementSource = {
  readonly feed: TextFeed
  readonly stash: RawHtmlStash
  /** The markup at a `<`, once there is text enough to tell. */
  markupAt(at: number): Exclude<Markup, { readonly kind: 'incomplete' }>
  /** Where the closing tag of `name` begins, or the document's end. */
  verbatimEnd(name: string, from: number): number
}

/** Reads an element whose content is Markdown into a tree, after extensions/md_in_html.py of Python-Markdown 3.4. */
class ElementReader {
  private readonly open: { readonly element: Element; readonly reading: Reading }[] = []
  private root: Element | null = null
  private inTail: boolean

  constructor(
    private readonly source: ElementSource,
    private position: number,
    inTail: boolean,
  ) {
    this.inTail = inTail
  }

  /** The element that begins at the position, and where it ends. */
  read(): { readonly element: Element; readonly end: number } {
    const { feed } = this.source
    do {
      const next = this.nextMark()
      if (next === null) break
      this.addText(feed.text.slice(this.position, next))
      this.position = next
      if (feed.text[next] === '&') this.readReference()
      else this.readMarkup()
    } while (this.open.length > 0)
    return { element: this.root ?? new Element('div'), end: this.position }
  }

  /** The next `<` or `&`; null when the document ends before, all of it taken then. */
  private nextMark(): number | null {
    const { feed } = this.source
    for (;;) {
      const found = feed.text.slice(this.position).search(/[<&]/)
      if (found >= 0) return this.position + found
      if (feed.grow()) continue
      this.addText(feed.text.slice(this.position))
      this.position = feed.text.length
      return null
    }
  }

  private addText(text: string): void {
    const holder = this.open.at(-1)?.element
    if (text.includes('\n')) this.inTail = false
    const behind = holder?.last()
    if (behind) behind.tail += text
    else if (holder) holder.text += text
  }

  private readReference(): void {
    const reference = /^&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z][-.a-zA-Z0-9]*);/.exec(
      this.source.feed.text.slice(this.position, this.position + 64),
    )?.[0]
    this.position += reference?.length ?? 1
    this.addText(reference === undefined ? '&' : this.source.stash.storeWritten(reference))
  }

  private isAtLineStart(): boolean {
    const { text } = this.source.feed
    const before = text.slice(text.lastIndexOf('\n', this.position - 1) + 1, this.position)
    return before.length <= 3 && before.trim() === ''
  }

  private readMarkup(): void {
    const markup = this.source.markupAt(this.position)
    const written = this.source.feed.text.slice(this.position, markup.end)
    const mayBeBlock = this.isAtLineStart() || this.inTail || this.open.length === 0
    const isEmpty = markup.kind === 'start' && (markup.selfClosing || (markup.name === 'hr' && mayBeBlock))
    if (markup.kind === 'comment') this.addEmpty(written, true)
    else if (markup.kind === 'text') this.addText(written)
    else if (markup.kind === 'nothing') this.position = markup.end
    else if (isEmpty) this.addEmpty(written, isBlockLevel(markup.name))
    else if (markup.kind === 'start' && isBlockLevel(markup.name) && mayBeBlock) {
      this.startElement(markup.name, written)
      this.position = markup.end
      if (verbatimNames.has(markup.name)) this.readVerbatim(markup.name)
      return
    } else if (markup.kind === 'end' && this.open.some(({ element }) => element.tag === markup.name)) {
      this.close(markup.name)
    } else this.addTag(written)
    this.position = markup.end
  }

  private startElement(name: string, tag: string): void {
    if (this.open.some(({ element }) => element.tag === 'p')) this.close('p')
    const attributes = attributesOf(tag)
    const reading = readingOf(name, attributes, this.open.at(-1)?.reading ?? null)
    const element = new Element(name)
    for (const [key, value] of attributes) element.set(key, value)
    element.set('markdown', reading)
    this.open.at(-1)?.element.children.push(element)
    this.root ??= element
    this.open.push({ element, reading })
  }

  private readVerbatim(name: string): void {
    const end = this.source.verbatimEnd(name, this.position)
    this.addText(this.source.feed.text.slice(this.position, end))
    this.position = end
  }

  private close(name: string): void {
    for (let item = this.open.pop(); item && item.element.tag !== name; item = this.open.pop());
  }

  private addTag(tag: string): void {
    this.addText(this.open.at(-1)?.reading === 'off' ? this.source.stash.storeWritten(tag) : tag)
  }

  private addEmpty(html: string, isBlock: boolean): void {
    const placeholder = this.source.stash.storeWritten(html)
    this.addText(isBlock && this.isAtLineStart() ? `\n${placeholder}\n\n` : placeholder)
  }
}

/** Reads the element whose start tag stands at `at`. `inTail`: on its line a block of raw HTML ended before. */
export function readElement(source: ElementSource, at: number, inTail: boolean) {
  return new ElementReader(source, at, inTail).read()
}
