import type { Located } from '../front-matter'
import type { GeneratorRules, Opener } from '../generator-rules'
import type { Line } from '../text-lines'

/** Further away than this, blanks are no part of an opener. */
const maxLead = 200

/** A JSON object, bare or within a comment of HTML, that begins on the line `first`; null when there is none or it is not closed. */
export function locateJson(text: string, first: Line, rules: GeneratorRules): Located | null {
  const comment = /^<!--\s*(?=\{)/.exec(text.slice(first.from, first.from + maxLead))
  if (!rules.openers.has(openerOf(comment?.[0] ?? null))) return null
  const from = first.from + (comment?.[0].length ?? 0)
  // a template's {{ or {% and kramdown's {: open no object
  if (!/^\{\s*["}]/.test(text.slice(from, from + maxLead))) return null
  const to = endOfJsonObject(text, from)
  if (to === null) return null
  const closer = comment === null ? /[ \t]*(?:\r?\n|$)/y : /\s*-->[ \t]*(?:\r?\n|$)/y
  closer.lastIndex = to
  const closed = closer.exec(text)
  if (closed === null) return null
  const end = to + closed[0].length
  return {
    kind: 'found',
    dialect: comment === null ? 'json' : 'json-comment',
    language: 'json',
    open: { from: first.from, to: from },
    block: { from, to },
    close: { from: to, to: end },
    bodyFrom: end,
  }
}

/** `comment` is what stands before the object; null: nothing. */
function openerOf(comment: string | null): Opener {
  if (comment === null) return 'brace'
  return comment.includes('\n') ? 'comment-line' : 'comment'
}

/** The offset after the `}` that closes the `{` at `from`; null when there is none. */
function endOfJsonObject(text: string, from: number): number | null {
  let depth = 0
  let inString = false
  for (let index = from; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
      else if (character === '\n') return null
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return index + 1
    }
  }
  return null
}
