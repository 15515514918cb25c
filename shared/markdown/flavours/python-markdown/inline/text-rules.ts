import { Element } from '../element'
import { serialise } from '../serialise'
import { protect, unprotect } from './escapes'
import type { InlineContext, InlineRule } from './inline-rule'

const escapable = new Set('\\`*_{}[]()>#+-.!')

/** `` `code` ``; an even run of backslashes before a backtick is that many halved. */
export const codeSpan: InlineRule = {
  pattern: /(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)(`+)(.+?)(?<!`)\2(?!`)/gs,
  handle(match) {
    const end = match.index + match[0].length
    const code = match[3]
    if (code === undefined) {
      const node = protect('\\').repeat((match[1]?.length ?? 0) / 2)
      return { kind: 'replace', node, start: match.index, end }
    }
    const element = new Element('code')
    element.text = code.trim().replace(/&/g, '&amp;')
    element.isFinal = true
    return { kind: 'replace', node: element, start: match.index, end }
  },
}

/** A backslash before a character that has a meaning. */
export const backslashEscape: InlineRule = {
  pattern: /\\(.)/gs,
  handle(match) {
    const end = match.index + match[0].length
    const character = match[1] ?? ''
    return escapable.has(character)
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
    typeof node === 'string' ? `\\${node}` : serialise(node),
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
