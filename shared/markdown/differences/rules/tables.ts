import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine, firstChangedLine, firstTextLine, mapTextLines } from './source-lines'

const delimiterRow = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/

/** kramdown's tables, and those of Python-Markdown's `tables`, stand between blank lines. */
export const tableBlankLine: Rule = {
  id: 'table-blank-line',
  families: ['jekyll', 'python-markdown'],
  find({ name, source, there }) {
    if (countOf(there, 'table') === 0) return null
    const lines = source.split('\n')
    const delimiter = lines.findIndex((line) => line.includes('|') && delimiterRow.test(line))
    if (delimiter < 1) return null
    const behind = lines.findIndex((line, index) => index > delimiter && !line.includes('|'))
    const isAbove = (lines[delimiter - 2] ?? '').trim() !== ''
    const isBelow = behind > 0 && (lines[behind] ?? '').trim() !== ''
    if (!isAbove && !isBelow) return null
    const repaired = lines.flatMap((line, index) =>
      (isAbove && index === delimiter - 1) || (isBelow && index === behind) ? ['', line] : [line],
    )
    return {
      line: isAbove ? delimiter - 1 : behind,
      message: `${name} needs a blank line ${isAbove ? 'before' : 'behind'} this table.`,
      repair: { label: 'Insert a blank line', source: repaired.join('\n') },
    }
  },
}

/** Without its extension `tables`, Python-Markdown has none; `extra` holds it. */
export const noTables: Rule = {
  id: 'no-tables',
  families: ['python-markdown'],
  find({ name, source, here, there }) {
    if (countOf(there, 'table') === 0 || countOf(here, 'table') > 0) return null
    const line = findLine(source, (text) => delimiterRow.test(text) && text.includes('-'))
    return {
      line: Math.max(line - 1, firstTextLine(source)),
      message: `${name} shows this table as text, as the blog is set up.`,
    }
  },
}

/** kramdown makes a table of every line that holds a bar. */
export const tableOfBar: Rule = {
  id: 'table-of-bar',
  families: ['jekyll'],
  find({ name, source, here, there }) {
    if (countOf(here, 'table') <= countOf(there, 'table')) return null
    const repaired = mapTextLines(source, (line) => line.replace(/(?<!\\)\|/g, '\\|'))
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} makes a table of this, for the sake of the bar.`,
      repair: { label: 'Write \\| for the bar', source: repaired },
    }
  },
}
