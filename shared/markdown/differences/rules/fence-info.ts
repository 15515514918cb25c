import type { Rule } from './rule'
import { firstChangedLine } from './source-lines'

/** kramdown's and Python-Markdown's fences are followed by one bare word or nothing; anything else makes them text. */
export const fenceInfo: Rule = {
  id: 'fence-info',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    const repaired = source.replace(
      /^(`{3,}|~{3,})[ \t]*(\{?[^\n]*[^\n\w#.+-][^\n]*)$/gm,
      (_line, fence: string, info: string) => fence + (/[\w#+-][\w#.+-]*/.exec(info)?.[0] ?? ''),
    )
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} reads this as text: a fence’s language must be one word, with nothing behind it.`,
      repair: { label: 'Keep the language alone', source: repaired },
    }
  },
}
