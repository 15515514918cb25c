import type { Rule } from './rule'
import { firstChangedLine, mapTextLines } from './source-lines'

/** CommonMark 0.29 §4.2 asks for a space behind the number signs of a heading; Python-Markdown's hash header processor does not. */
export const headingSpace: Rule = {
  id: 'heading-space',
  families: ['python-markdown'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line) => line.replace(/^(#{1,6})(?=[^#\s])/, '$1 '))
    if (repaired === source) return null
    const line = firstChangedLine(source, repaired)
    const marks = /^#+/.exec(source.split('\n')[line] ?? '')?.[0] ?? '#'
    return {
      line,
      message: `This is a heading in ${name}; GitHub shows it as text, since no space follows the ${marks}.`,
      repair: { label: 'Insert a space', source: repaired },
    }
  },
}
