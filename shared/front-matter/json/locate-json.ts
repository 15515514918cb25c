import type { Located } from '../front-matter'
import type { GeneratorRules } from '../generator-rules'
import type { Line } from '../text-lines'

/** A JSON object, bare or within a comment of HTML, that begins on the line `first`; null when there is none or it is not closed. */
export function locateJson(text: string, first: Line, rules: GeneratorRules): Located | null {
  const comment = /^<!--[ \t]*(?=\{)/.exec(first.text)
  if (!rules.openers.has(comment === null ? 'brace' : 'comment')) return null
  const from = first.from + (comment?.[0].length ?? 0)
  // a template's {{ or {% and kramdown's {: open no object
  if (!/^\{\s*["}]/.test(text.slice(from, from + 200))) return null
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
