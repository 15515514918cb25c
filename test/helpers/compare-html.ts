import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment
type Element = DefaultTreeAdapterTypes.Element

/** Where two fragments part: the token's number, how many the expected one has, and the tokens around it. */
export type Difference = {
  readonly at: number
  readonly total: number
  readonly expected: readonly string[]
  readonly actual: readonly string[]
}

// Elements that start and end a line of text; white space at their edges is not shown. All others flow with the text.
const blockNames = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr iframe li main menu nav ol optgroup option p pre script section select style summary table ' +
    'tbody td textarea tfoot th thead tr ul video audio object'
  ).split(' '),
)
const voidNames = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const keptAttributes = [
  'href',
  'src',
  'alt',
  'title',
  'id',
  'start',
  'colspan',
  'rowspan',
  'checked',
  'disabled',
]
// not \s: a no-break space is text
const space = /[ \t\n\r\f]+/g

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (node: Node, name: string): string | undefined =>
  isElement(node) ? node.attrs.find((candidate) => candidate.name === name)?.value : undefined
const classesOf = (node: Node): readonly string[] =>
  (attribute(node, 'class') ?? '').split(/\s+/).filter((name) => name !== '')

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return node.nodeName === 'br' ? '\n' : childrenOf(node).map(textOf).join('')
}

function find(node: Node, test: (node: Node) => boolean): Node | undefined {
  if (test(node)) return node
  for (const child of childrenOf(node)) {
    const found = find(child, test)
    if (found) return found
  }
  return undefined
}

function findLast(node: Node, name: string): Node | undefined {
  for (const child of childrenOf(node).toReversed()) {
    const found = findLast(child, name)
    if (found) return found
  }
  return node.nodeName === name ? node : undefined
}

/** An address as a browser would ask for it: `ü` and `%C3%BC` are one. Escapes of reserved characters stay as they are. */
function normaliseAddress(value: string): string {
  const trimmed = value.trim().replace(/^https?:\/\/[^/?#]+$/i, '$&/')
  const decode = (run: string): string =>
    decodeURIComponent(
      run.replace(/%(?:2[3-6BCF]|3[ADF]|40)/gi, (reserved) => `%25${reserved.slice(1).toUpperCase()}`),
    )
  try {
    return trimmed.replace(/(?:%[0-9a-f]{2})+/gi, decode)
  } catch (error) {
    // not UTF-8: compare as written
    if (error instanceof URIError) return trimmed
    throw error
  }
}

/** left, right, center or undefined: `align` and `style="text-align"` are one. */
function alignmentOf(node: Node): string | undefined {
  const style = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i.exec(attribute(node, 'style') ?? '')
  return (style?.[1] ?? attribute(node, 'align'))?.toLowerCase()
}

// What the highlighters of the generators call the box around a code block: Pygments, Rouge, Chroma, highlight.js in Hexo, Shiki.
const boxClasses = new Set(['codehilite', 'highlight', 'highlighter-rouge', 'code-wrapper'])
const isHighlightBox = (node: Node): boolean =>
  (node.nodeName === 'div' || node.nodeName === 'figure') &&
  classesOf(node).some((name) => boxClasses.has(name))

// A line's number set before the line: Pygments, Rouge and Chroma, the last with styles in place of classes by default.
const isLineNumber = (node: Node): boolean =>
  node.nodeName === 'span' &&
  (classesOf(node).some((name) => /^(?:ln|lnt|linenos?|gutter)$/.test(name)) ||
    /^white-space:pre;.*user-select:none/.test(attribute(node, 'style') ?? ''))

/** The language a code block says it is in: a name, '' for none (or plain text), '*' where a highlighter does not tell. */
function languageOf(pre: Node, boxes: readonly Node[]): string {
  const code = childrenOf(pre).find((node) => node.nodeName === 'code')
  const places = [...(code ? [code] : []), pre, ...boxes]
  const byClass = places
    .flatMap(classesOf)
    .map((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1])
    .find((name) => name !== undefined)
  const byFigure = boxes
    .filter((box) => box.nodeName === 'figure')
    .flatMap(classesOf)
    .find((name) => name !== 'highlight')
  const name = attribute(pre, 'data-language') ?? attribute(pre, 'lang') ?? byClass ?? byFigure
  if (name === undefined) return boxes.length > 0 ? '*' : ''
  if (name !== 'plaintext') return name.toLowerCase()
  // Shiki and Hexo call every language they do not know plain text; the others say it only where none was given.
  return classesOf(pre).includes('astro-code') || boxes.some((box) => box.nodeName === 'figure') ? '*' : ''
}

/** Writes a tree as tokens. */
class Tokeniser {
  readonly out: string[] = []
  /** The last thing shown was a space or a line's start, so a space would not be shown. */
  private isSpaced = true

  trimEnd(): void {
    const last = this.out.at(-1)
    if (last?.startsWith('"')) {
      const trimmed = last.replace(/ $/, '')
      if (trimmed === '"') this.out.pop()
      else this.out[this.out.length - 1] = trimmed
    }
    this.isSpaced = true
  }

  walk(node: Node, boxes: readonly Node[]): void {
    const name = node.nodeName
    if ('value' in node) this.text(node.value)
    else if (name === 'template' && 'content' in node) this.walk(node.content, boxes)
    else if (name === '#document-fragment') for (const child of childrenOf(node)) this.walk(child, boxes)
    else if (name === 'pre') this.preformatted(node, boxes)
    else if (isHighlightBox(node)) this.highlightBox(node, boxes)
    else if (isElement(node)) this.element(node, boxes)
  }

  private text(value: string): void {
    let folded = value.replace(space, ' ')
    if (this.isSpaced) folded = folded.replace(/^ /, '')
    if (folded === '') return
    this.isSpaced = folded.endsWith(' ')
    if (this.out.at(-1)?.startsWith('"')) this.out[this.out.length - 1] += folded
    else this.out.push(`"${folded}`)
  }

  private open(node: Node, extra: readonly string[] = []): void {
    const attributes = [...extra]
    for (const name of keptAttributes) {
      const value = attribute(node, name)
      if (value === undefined) continue
      if (name === 'checked' || name === 'disabled') attributes.push(name)
      else if (name === 'href' || name === 'src') attributes.push(`${name}=${normaliseAddress(value)}`)
      else if (name !== 'start' || value !== '1') attributes.push(`${name}=${value.replace(space, ' ')}`)
    }
    const alignment = alignmentOf(node)
    if (alignment) attributes.push(`align=${alignment}`)
    if (node.nodeName === 'input') attributes.push(`type=${attribute(node, 'type') ?? 'text'}`)
    this.out.push(`<${[node.nodeName, ...attributes].join(' ')}>`)
  }

  /** A <pre>: its text as it stands, an element of it only where it is not <code> or a <span> of the highlighter. */
  private preformatted(pre: Node, boxes: readonly Node[]): void {
    this.trimEnd()
    const language = languageOf(pre, boxes)
    this.open(pre, language === '' ? [] : [`language=${language}`])
    const first = this.out.length
    for (const child of childrenOf(pre)) this.preformattedPart(child, first)
    const last = this.out.at(-1)
    if (this.out.length > first && last?.startsWith('|')) {
      this.out[this.out.length - 1] = last.replace(/\r?\n$/, '')
    }
    if (this.out.at(-1) === '|') this.out.pop()
    this.out.push('</pre>')
    this.isSpaced = true
  }

  private preformattedPart(node: Node, first: number): void {
    if ('value' in node || node.nodeName === 'br') {
      if (this.out.length > first && this.out.at(-1)?.startsWith('|'))
        this.out[this.out.length - 1] += textOf(node)
      else this.out.push(`|${textOf(node)}`)
    } else if (isLineNumber(node) || node.nodeName === '#comment') return
    else if (node.nodeName === 'code' || node.nodeName === 'span') {
      for (const child of childrenOf(node)) this.preformattedPart(child, first)
    } else {
      this.open(node)
      for (const child of childrenOf(node)) this.preformattedPart(child, first)
      if (!voidNames.has(node.nodeName)) this.out.push(`</${node.nodeName}>`)
    }
  }

  /** With line numbers there is a table: the numbers' cell comes first, the code's cell last. A caption is the reader's. */
  private highlightBox(box: Node, boxes: readonly Node[]): void {
    const inner = [...boxes, box]
    const table = find(box, (node) => node.nodeName === 'table' && findLast(node, 'pre') !== undefined)
    const code = table && findLast(table, 'pre')
    if (!code) {
      for (const child of childrenOf(box)) this.walk(child, inner)
      return
    }
    const caption = find(box, (node) => node.nodeName === 'figcaption')
    if (caption) this.walk(caption, boxes)
    this.preformatted(code, inner)
  }

  private element(node: Element, boxes: readonly Node[]): void {
    const name = node.tagName
    const isBlock = blockNames.has(name)
    if (isBlock || name === 'br') this.trimEnd()
    this.open(node)
    if (name === 'script' || name === 'style') {
      const source = textOf(node).trim()
      if (source !== '') this.out.push(`|${source}`)
    } else for (const child of childrenOf(node)) this.walk(child, boxes)
    if (name === 'img' || name === 'input') this.isSpaced = false
    if (isBlock) this.trimEnd()
    if (!voidNames.has(name)) this.out.push(`</${name}>`)
    if (isBlock || name === 'br') this.isSpaced = true
  }
}

/**
 * `html` as a flat list of strings: `<tag attr=value>` and `</tag>` for elements, `"…` for text outside <pre> (white space folded as a
 * browser folds it), `|…` for text inside.
 */
export function htmlTokens(html: string): readonly string[] {
  const tokeniser = new Tokeniser()
  tokeniser.walk(parseFragment(html), [])
  tokeniser.trimEnd()
  return tokeniser.out
}

/** One token matches another; a language that a highlighter left unnamed matches any. */
function isSame(first: string | undefined, second: string | undefined): boolean {
  if (first === second) return true
  if (!first?.startsWith('<pre') || !second?.startsWith('<pre')) return false
  const bare = (token: string): string => token.replace(/ language=\S+?(?=[ >])/, '')
  return (first.includes(' language=*') || second.includes(' language=*')) && bare(first) === bare(second)
}

/**
 * The first place where `actual` is not what `expected` is to a reader, or null: the same structure, text, and attributes that can be seen or
 * followed. What a highlighter adds, attribute order, comments, and white space between blocks do not count.
 */
export function firstDifference(expected: string, actual: string): Difference | null {
  const want = htmlTokens(expected)
  const got = htmlTokens(actual)
  for (let at = 0; at < Math.max(want.length, got.length); at++) {
    if (isSame(want[at], got[at])) continue
    const from = Math.max(0, at - 1)
    return { at, total: want.length, expected: want.slice(from, at + 3), actual: got.slice(from, at + 3) }
  }
  return null
}
