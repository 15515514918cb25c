import type { Rule } from './rule'
import { firstChangedLine, mapTextLines } from './source-lines'

/** Signs whose backslash Python-Markdown shows, while CommonMark takes it away: all that are not in its ESCAPED_CHARS. */
const shownEscape = /\\(["'$%&,/:;<=>?@^|~])/g

/** See `shownEscape`. */
export const shownBackslash: Rule = {
  id: 'shown-backslash',
  families: ['python-markdown', 'jekyll'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line) => line.replace(shownEscape, '$1'))
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} shows this backslash; GitHub leaves it out.`,
      repair: { label: 'Leave out the backslash', source: repaired },
    }
  },
}
