import { applyAttributeList, attributeListOf } from '../attribute-lists'
import { attributesHtml, escapeCode } from '../html/escape'
import { listCharacter, plainName } from '../patterns'
import { codeSpanAt } from './code-span'
import { characterOf } from './entities'
import { type ElementSpan, piece, rawPiece, type Span } from './span'
import type { SpanRule } from './span-parser'

/** Code between backticks. */
export const codeRule: SpanRule = (parser) => {
  if (parser.text[parser.position] !== '`') return false
  const code = codeSpanAt(parser.text, parser.position)
  if (code === null) {
    parser.takeText(parser.match(/`+/y)?.[0].length ?? 1)
    return true
  }
  parser.position = code.end
  parser.add({
    type: 'code',
    attributes: new Map(),
    plain: code.content,
    html: (attributes) => codeHtml(attributes, code.content),
  })
  return true
}

function codeHtml(attributes: ReadonlyMap<string, string>, content: string): string {
  const own = new Map(attributes)
  const classes = attributes.get('class') ?? ''
  const language = /\blanguage-\S+/.exec(classes)?.[0] ?? 'language-plaintext'
  const others = classes.replace(/\blanguage-\S+/, '').trim()
  own.set('class', [language, others, 'highlighter-rouge'].filter((name) => name !== '').join(' '))
  return `<code${attributesHtml(own)}>${escapeCode(content)}</code>`
}

const autolink = /<((mailto|https?|ftps?):.+?|[\p{Alphabetic}\p{Nd}_.-]+@[\p{Alphabetic}\p{Nd}_.-]+)>/uy

/** `<https://…>` and `<name@host>`. */
export const autolinkRule: SpanRule = (parser) => {
  const found = parser.match(autolink)
  if (found === null) return false
  parser.position += found[0].length
  const address = found[1] ?? ''
  const href = found[2] === undefined ? `mailto:${address}` : address
  const text: Span = { type: 'text', text: address.replace(/^mailto:/, '') }
  const link: ElementSpan = {
    type: 'a',
    tag: 'a',
    attributes: new Map([['href', href]]),
    children: [text],
    isRaw: false,
  }
  parser.add(link)
  return true
}

const footnote = new RegExp(`\\[\\^(${plainName})\\]`, 'y')

/** `[^name]`, where the document has that footnote. */
export const footnoteRule: SpanRule = (parser) => {
  const found = parser.match(footnote)
  if (found === null) return false
  const label = found[1] ?? ''
  if (!parser.context.labels.hasFootnote(label)) {
    parser.takeText(found[0].length)
    return true
  }
  parser.position += found[0].length
  const html = parser.context.marks.place({ kind: 'reference', label })
  parser.add({ type: 'footnote', attributes: new Map(), plain: '', html: () => html })
  return true
}

/** `$$ … $$` inside a line, for MathJax. */
export const mathRule: SpanRule = (parser) => {
  const found = parser.match(/\$\$([\s\S]*?)\$\$/y)
  if (found === null) return false
  parser.position += found[0].length
  const formula = (found[1] ?? '').trim()
  parser.add({
    type: 'math',
    attributes: new Map(),
    plain: formula,
    html: (attributes) =>
      attributes.size === 0
        ? `\\(${escapeCode(formula)}\\)`
        : `<span${attributesHtml(attributes)}>$${escapeCode(formula)}$</span>`,
  })
  return true
}

const extension = new RegExp(
  `\\{::(comment|nomarkdown|options)(?:\\s(${listCharacter}*?)|)(?:(/)\\}|\\}([\\s\\S]*?)\\{:/(?:\\1)?\\})`,
  'y',
)
const lostExtension = new RegExp(`\\{:(?::\\w+(?:\\s${listCharacter}*?)?/?|/(?:${plainName})?)\\}`, 'y')
const attributes = new RegExp(`\\{:(${listCharacter}+)\\}`, 'y')

/** `{: …}` behind a span, `{::comment} … {:/}`. */
export const attributesRule: SpanRule = (parser) => {
  if (!parser.text.startsWith('{:', parser.position)) return false
  const found = parser.match(extension)
  if (found) {
    parser.position += found[0].length
    const body = found[4] ?? ''
    if (found[1] === 'nomarkdown') parser.add(rawPiece(body))
    else if (found[1] === 'comment' && found[3] === undefined) parser.add(rawPiece(`<!-- ${body} -->`))
    return true
  }
  const own = parser.match(lostExtension) ? null : parser.match(attributes)
  const last = parser.children.at(-1)
  if (own === null || last === undefined || last.type === 'text') {
    parser.takeText(1)
    return true
  }
  parser.position += own[0].length
  applyAttributeList(attributeListOf(own[1] ?? ''), last.attributes, parser.context.named)
  return true
}

/** A character reference; one that names no character is text. */
export const entityRule: SpanRule = (parser) => {
  const found = parser.match(/&(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);/y)
  if (found === null) return false
  const character = characterOf(found[0])
  if (character === null) {
    parser.add(piece('&amp;', '&'))
    parser.position++
    parser.takeText(found[0].length - 1)
  } else {
    parser.position += found[0].length
    parser.add(piece(found[0], character))
  }
  return true
}

const symbols: Readonly<Record<string, readonly [html: string, plain: string]>> = {
  '---': ['\u2014', '\u2014'],
  '--': ['\u2013', '\u2013'],
  '...': ['\u2026', '\u2026'],
  '\\<<': ['&lt;&lt;', '<<'],
  '\\>>': ['&gt;&gt;', '>>'],
  '<< ': ['\u00ab\u00a0', '\u00ab '],
  ' >>': ['\u00a0\u00bb', ' \u00bb'],
  '<<': ['\u00ab', '\u00ab'],
  '>>': ['\u00bb', '\u00bb'],
}

/** Dashes, ellipses and angled quotation marks. */
export const typographyRule: SpanRule = (parser) => {
  const found = parser.match(/---?|\.\.\.|\\<<|\\>>|<< ?| >>|>>/y)
  const symbol = symbols[found?.[0] ?? '']
  if (!found || symbol === undefined) return false
  parser.position += found[0].length
  parser.add(piece(...symbol))
  return true
}

/** Two spaces, or two backslashes, where a line ends. */
export const lineBreakRule: SpanRule = (parser) => {
  if (parser.context.options.hardWrap || !parser.match(/(?: {2}|\\\\)(?=\n)/y)) return false
  parser.position += 2
  parser.add(piece('<br />', ''))
  return true
}

/** A backslash before a character that would mean something. */
export const escapeRule: SpanRule = (parser) => {
  const found = parser.match(/\\([\\.*_+`<>()[\]{}#!:|"'$=\-~])/y)
  if (found?.[1] === '~' && !parser.context.options.gfm) return false
  if (found === null) return false
  parser.position += found[0].length
  parser.addText(found[1] ?? '')
  return true
}

/** `~~struck out~~`. */
export const strikethroughRule: SpanRule = (parser) => {
  if (!parser.context.options.gfm) return false
  const found = parser.match(/~~(?![\s~])([\s\S]*?[^\s~])~~/y)
  if (found === null) return false
  parser.position += found[0].length
  const children = parser.parseApart(found[1] ?? '')
  parser.add({ type: 'html', tag: 'del', attributes: new Map(), children, isRaw: false })
  return true
}
