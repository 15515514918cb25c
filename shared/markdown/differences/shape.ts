import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { foldAddress, foldAlternative, foldText } from './fold-text'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment
type Element = DefaultTreeAdapterTypes.Element

/**
 * What a reader sees of HTML, as a flat list: `<name attribute=value>` and `</name>` for elements, `"…` for text, `|…` for the text of a code
 * block. Ids, classes, typography, colours of code, comments, footnote markup and how loosely a list is set do not count.
 */
export type Shape = readonly string[]

/** The element that stands for a reference to a footnote, whatever a flavour makes of one. */
export const noteReference = 'note-reference'

/** The element that stands for a footnote's text at the place of its definition. */
export const noteText = 'note-text'

const blockNames = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hgroup hr iframe li main menu nav ol optgroup option p pre script section select style summary table tbody td textarea tfoot th thead ' +
    `tr ul video audio object ${noteText}`
  ).split(' '),
)
const voidNames = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** In these a paragraph around the text is a matter of spacing. */
const looseParents = new Set(['li', 'dd', 'td', 'th', noteText])
/** Boxes that highlighters set around a code block. */
const boxClass = /(?:^|\s)(?:codehilite|highlight|highlighter-rouge|code-wrapper)(?:\s|$)/
const oneName: Readonly<Record<string, string>> = { s: 'del', strike: 'del' }
/** Elements that show nothing by themselves: what they hold counts. */
const transparent = new Set(['span', 'abbr'])
/** Within itself, or right behind itself, one of these looks the same as one alone. */
const runs = new Set(['em', 'strong', 'del'])
const media = new Set(['img', 'video', 'audio', 'iframe', 'picture', 'source', 'br', 'a', 'script'])
/** Stands between two paragraphs whose elements do not count. */
const paragraphBreak = '¶'

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return node.nodeName === 'br' ? '\n' : childrenOf(node).map(textOf).join('')
}

function alignmentOf(element: Element): string | undefined {
  const style = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i.exec(attribute(element, 'style') ?? '')
  return (style?.[1] ?? attribute(element, 'align'))?.toLowerCase()
}

function attributesOf(element: Element): string {
  const written: string[] = []
  for (const name of ['href', 'src']) {
    const value = attribute(element, name)
    if (value !== undefined) written.push(` ${name}=${foldAddress(value)}`)
  }
  const alternative = foldAlternative(attribute(element, 'alt') ?? '')
  if (alternative !== '') written.push(` alt=${alternative}`)
  const title = foldText(attribute(element, 'title') ?? '')
  if (title !== '') written.push(` title=${title}`)
  const start = attribute(element, 'start')
  if (start !== undefined && start !== '1') written.push(` start=${start}`)
  const alignment = alignmentOf(element)
  if (alignment !== undefined) written.push(` align=${alignment}`)
  if (attribute(element, 'checked') !== undefined) written.push(' checked')
  return written.join('')
}

class ShapeWriter {
  readonly out: string[] = []
  /** The last thing shown was a space or a line's start, so a space would not be shown. */
  private isSpaced = true
  /** The names of the emphasis around. */
  private readonly open: string[] = []

  walk(node: Node, parent: string): void {
    if ('value' in node) this.text(node.value)
    else if (isElement(node)) this.element(node, parent)
    else for (const child of childrenOf(node)) this.walk(child, parent)
  }

  trimEnd(): void {
    const last = this.out.at(-1)
    if (last?.startsWith('"')) {
      const trimmed = last.replace(/ +$/, '')
      if (trimmed === '"') this.out.pop()
      else this.out[this.out.length - 1] = trimmed
    }
    this.isSpaced = true
  }

  private element(element: Element, parent: string): void {
    const name = oneName[element.tagName] ?? element.tagName
    if (name === 'pre') this.code(element)
    else if (name === 'p' && looseParents.has(parent)) this.loose(element)
    else if (isHighlightBox(element)) this.children(element, 'div', 'figcaption')
    else if (transparent.has(name) || isHeadingLink(element)) this.children(element, parent)
    else if (name === 'p' && isBareMedia(element)) this.bare(element, parent)
    else if (runs.has(name)) this.run(element, name)
    else this.whole(element, name)
  }

  private children(element: Element, parent: string, leftOut = ''): void {
    for (const child of childrenOf(element)) if (child.nodeName !== leftOut) this.walk(child, parent)
  }

  /** Emphasis as it looks: `em` around `strong` is `strong` around `em`. */
  private run(element: Element, name: string): void {
    const children = childrenOf(element)
    const only = children.length === 1 ? children[0] : undefined
    if (name === 'em' && only?.nodeName === 'strong' && !this.open.includes('strong')) {
      this.styled('strong', () => this.styled('em', () => this.children(only as Element, 'em')))
    } else this.styled(name, () => this.children(element, name))
  }

  private styled(name: string, write: () => void): void {
    if (this.open.includes(name)) {
      write()
      return
    }
    this.open.push(name)
    if (this.out.at(-1) === `</${name}>`) this.out.pop()
    else this.out.push(`<${name}>`)
    write()
    this.out.push(`</${name}>`)
    this.open.pop()
  }

  private whole(element: Element, name: string): void {
    const isBlock = blockNames.has(name)
    if (isBlock || name === 'br') this.trimEnd()
    this.out.push(`<${name}${attributesOf(element)}>`)
    if (name === 'script' || name === 'style') this.out.push(`|${textOf(element).trim()}`)
    else this.children(element, name)
    // the gap behind a box to tick is set by the page
    if (name === 'img') this.isSpaced = false
    if (name === 'input') this.isSpaced = true
    if (isBlock) this.trimEnd()
    if (!voidNames.has(name)) this.out.push(`</${name}>`)
    if (isBlock || name === 'br') this.isSpaced = true
  }

  private bare(paragraph: Element, parent: string): void {
    this.trimEnd()
    this.children(paragraph, parent)
    this.trimEnd()
  }

  private loose(paragraph: Element): void {
    this.trimEnd()
    this.out.push(paragraphBreak)
    this.children(paragraph, 'p')
    this.trimEnd()
    this.out.push(paragraphBreak)
  }

  private code(pre: Element): void {
    this.trimEnd()
    const text = textOf(pre).split('\n').map(foldCodeLine).join('\n')
    this.out.push('<pre>', `|${text.replace(/^\n+|\s+$/g, '')}`, '</pre>')
  }

  private text(value: string): void {
    let folded = foldText(value)
    if (this.isSpaced) folded = folded.replace(/^ /, '')
    if (folded === '') return
    this.isSpaced = folded.endsWith(' ')
    if (this.out.at(-1)?.startsWith('"')) this.out[this.out.length - 1] += folded
    else this.out.push(`"${folded}`)
  }
}

/** A line of code without what cannot be seen: tabs as spaces to the next fourth column, nothing at the end. */
function foldCodeLine(line: string): string {
  if (!/[\t ]$|\t/.test(line)) return line
  let folded = ''
  for (const character of line) folded += character === '\t' ? ' '.repeat(4 - (folded.length % 4)) : character
  return folded.trimEnd()
}

function isHighlightBox(element: Element): boolean {
  const { tagName } = element
  return (tagName === 'div' || tagName === 'figure') && boxClass.test(attribute(element, 'class') ?? '')
}

/** The empty link that a heading carries in some flavours. */
function isHeadingLink(element: Element): boolean {
  return (
    element.tagName === 'a' &&
    (attribute(element, 'href') ?? '').startsWith('#') &&
    textOf(element).trim() === '' &&
    childrenOf(element).every((child) => !isElement(child))
  )
}

/** A paragraph of pictures alone looks as the pictures do without it. */
function isBareMedia(paragraph: Element): boolean {
  const isBare = (node: Node): boolean => {
    if ('value' in node) return node.value.trim() === ''
    return !isElement(node) || (media.has(node.tagName) && childrenOf(node).every(isBare))
  }
  return childrenOf(paragraph).every(isBare)
}

const isInlineEdge = (token: string | undefined, edge: 'open' | 'close'): boolean => {
  if (token === undefined || token === paragraphBreak) return false
  if (token.startsWith('"')) return true
  const name = /^<\/?([^ >]+)/.exec(token)?.[1] ?? ''
  if (blockNames.has(name)) return false
  return voidNames.has(name) || token.startsWith('</') === (edge === 'close')
}

/** A break counts where text stands on both sides: `<p>a</p><p>b</p>` is not `ab`, but `<p>a</p><ul>` is `a<ul>`. */
function withoutOuterBreaks(tokens: readonly string[]): Shape {
  const kept: string[] = []
  for (const [index, token] of tokens.entries()) {
    if (token === paragraphBreak) {
      const next = tokens.slice(index + 1).find((candidate) => candidate !== paragraphBreak)
      if (
        kept.at(-1)?.startsWith('<input') ||
        !isInlineEdge(kept.at(-1), 'close') ||
        !isInlineEdge(next, 'open')
      )
        continue
    }
    kept.push(token)
  }
  return kept
}

/** The shape of `html`, parsed as a browser parses it. */
export function shapeOf(html: string): Shape {
  const writer = new ShapeWriter()
  writer.walk(parseFragment(html), '')
  writer.trimEnd()
  return writer.out.includes(paragraphBreak) ? withoutOuterBreaks(writer.out) : writer.out
}

/** Where two shapes part: the index of the first token that is not the same; null when there is none. */
export function partingOf(first: Shape, second: Shape): number | null {
  const longer = Math.max(first.length, second.length)
  for (let at = 0; at < longer; at++) if (first[at] !== second[at]) return at
  return null
}
