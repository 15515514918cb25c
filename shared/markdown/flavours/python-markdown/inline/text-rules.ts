import { Element } from '../element'
import { serialise } from '../serialise'
import { protect, unprotect } from './escapes'
import type { InlineContext, InlineRule } from './inline-rule'

const escapable = new Set('\\`*_{}[]()>#+-.!')

const backticks = /`+/g

/**
 * The run of backticks that closes one of `length` which ends at `from`: the first of the same length; where there is none, the
 * run gives some of its own to the code and a shorter one closes it.
 */
function closingBackticks(data: string, from: number, length: number): { at: number; length: number } | null {
  let best: { at: number; length: number } | null = null
  backticks.lastIndex = from
  for (let run = backticks.exec(data); run; run = backticks.exec(data)) {
    const candidate = { at: run.index, length: run[0].length }
    if (candidate.length === length) return candidate
    if (candidate.length < length && candidate.length > (best?.length ?? 0)) best = candidate
  }
  return best
}

/** `` `code` ``; an even run of backslashes before a backtick is that many halved. */
export const codeSpan: InlineRule = {
  pattern: /(?<!\\)((?:\\{2})+)(?=`)|(?<!\\)(`+)/g,
  handle(match, data) {
    const opened = match.index + match[0].length
    if (match[1] !== undefined) {
      const node = protect('\\').repeat(match[1].length / 2)
      return { kind: 'replace', node, start: match.index, end: opened }
    }
    const closing = closingBackticks(data, opened, match[0].length)
    if (closing === null) return { kind: 'skip', end: opened }
    const element = new Element('code')
    const code = data.slice(match.index + closing.length, closing.at)
    element.text = code.trim().replace(/&/g, '&amp;')
    element.isFinal = true
    return { kind: 'replace', node: element, start: match.index, end: closing.at + closing.length }
  },
}

/** A backslash before a character that has a meaning. */
export const backslashEscape: InlineRule = {
  pattern: /\\(.)/gs,
  handle(match, _data, { syntax }) {
    const end = match.index + match[0].length
    const character = match[1] ?? ''
    return escapable.has(character) || (syntax.tables && character === '|')
      ? { kind: 'replace', node: protect(character), start: match.index, end }
      : { kind: 'skip', end }
  },
}

/** Two spaces at a line's end. */
export const lineBreak: InlineRule = {
  pattern: / {2}\n/g,
  handle: (match) => ({
    kind: 'replace',
    node: new Element('br'),
    start: match.index,
    end: match.index + match[0].length,
  }),
}

/** Any line break, where `nl2br` is on. */
export const everyLineBreak: InlineRule = {
  pattern: /\n/g,
  handle: (match) => ({
    kind: 'replace',
    node: new Element('br'),
    start: match.index,
    end: match.index + match[0].length,
  }),
}

/** A `*` or `_` that stands alone. */
export const loneMarker: InlineRule = {
  pattern: /(?:^|(?<=\s))[*_](?=\s|$)/g,
  handle: (match) => ({
    kind: 'replace',
    node: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }),
}

function putAside(match: RegExpExecArray, context: InlineContext) {
  const html = context.nodes.replace(match[0], (node) =>
    typeof node === 'string' ? `\\${node}` : serialise(node, context.syntax),
  )
  const node = context.rawHtml.storeWritten(unprotect(html))
  return { kind: 'replace', node, start: match.index, end: match.index + match[0].length } as const
}

/** A tag or a comment inside text. */
export const inlineHtml: InlineRule = {
  pattern: /<(?:\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?|!--(?:(?!<!--|-->).)*--)>/gs,
  handle: (match, _data, context) => putAside(match, context),
}

/** A character reference, passed through whatever its name. */
export const characterReference: InlineRule = {
  pattern: /&(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);/g,
  handle: (match, _data, context) => putAside(match, context),
}
