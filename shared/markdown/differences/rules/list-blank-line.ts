import type { Rule } from './rule'
import { firstChangedLine, mapTextLines } from './source-lines'

const item = /^ {0,3}(?:[-*+]|\d{1,9}\.)[ \t]/

/** Python-Markdown's list processor looks at whole blocks: a list right below a paragraph's text is more of its text. */
export const listBlankLine: Rule = {
  id: 'list-blank-line',
  families: ['python-markdown'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line, before) => {
      const isStart = item.test(line) && before.trim() !== '' && !item.test(before) && !/^[ \t]/.test(before)
      return isStart ? `\n${line}` : line
    })
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} needs a blank line before this list.`,
      repair: { label: 'Insert a blank line', source: repaired },
    }
  },
}
