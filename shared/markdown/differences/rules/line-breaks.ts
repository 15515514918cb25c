import { partingOf } from '../shape'
import { countOf, without } from './elements'
import type { Rule } from './rule'
import { findLine, firstChangedLine, mapTextLines } from './source-lines'

const breakless = (tokens: readonly string[]): readonly string[] =>
  without(tokens, ['br'])
    .map((token) => (token.startsWith('"') ? token.replace(/ /g, '') : token))
    .filter((token) => token !== '"')

/** With `breaks` (Hexo's default) or `hard_wrap`, the end of a line in the text is one on the page. */
export const everyLineBreaks: Rule = {
  id: 'line-breaks',
  families: ['hexo', 'jekyll', 'hugo', 'eleventy'],
  isSaidOnce: true,
  find({ name, source, here, there }) {
    if (countOf(here, 'br') <= countOf(there, 'br')) return null
    if (partingOf(breakless(here), breakless(there)) !== null) return null
    const line = findLine(source, (text, before) => text.trim() !== '' && before.trim() !== '')
    return {
      line: Math.max(0, line - 1),
      message: `${name} breaks the line where the text does, as the blog is set up; GitHub goes on.`,
    }
  },
}

/** A backslash at a line's end breaks the line in CommonMark alone; two spaces do so everywhere. */
export const backslashBreak: Rule = {
  id: 'backslash-break',
  families: ['python-markdown', 'jekyll'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line) => line.replace(/(?<!\\)\\$/, '  '))
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} shows this backslash. Two spaces at the end break the line.`,
      repair: { label: 'Write two spaces', source: repaired },
    }
  },
}
