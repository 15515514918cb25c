import { countOf, without } from './elements'
import type { Rule } from './rule'
import { findLine, firstChangedLine } from './source-lines'

/** A quote of kramdown or Python-Markdown runs to the next blank line, whatever begins before that. */
export const quoteEnd: Rule = {
  id: 'quote-end',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    let inQuote = false
    const repaired = source
      .split('\n')
      .map((line) => {
        const ends = inQuote && line.trim() !== '' && !/^ {0,3}>/.test(line)
        inQuote = /^ {0,3}>/.test(line)
        return ends ? `\n${line}` : line
      })
      .join('\n')
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `In ${name} the quote goes on here: it ends at a blank line.`,
      repair: { label: 'Insert a blank line', source: repaired },
    }
  },
}

/** Python-Markdown makes one quote of two that only a blank line parts. */
export const quotesJoined: Rule = {
  id: 'quotes-joined',
  families: ['python-markdown'],
  find({ name, source, here, there }) {
    if (countOf(here, 'blockquote') >= countOf(there, 'blockquote')) return null
    const names = ['blockquote']
    if (without(here, names).join('\n') !== without(there, names).join('\n')) return null
    let wasQuote = false
    const line = findLine(source, (text, before) => {
      const isQuote = /^ {0,3}>/.test(text)
      const isSecond = isQuote && wasQuote && before.trim() === ''
      wasQuote ||= isQuote
      return isSecond
    })
    return {
      line: Math.max(0, line),
      message: `${name} makes one quote of these, since only a blank line parts them. A comment \`<!-- -->\` between them keeps them apart.`,
    }
  },
}
