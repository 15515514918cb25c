import type { Rule } from './rule'
import { firstChangedLine, mapTextLines } from './source-lines'

const dashes = /^ {0,3}-+[ \t]*$/
const equalSigns = /^ {0,3}=+[ \t]*$/
const rule = /^ {0,3}(?:\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,}|-(?:[ \t]*-){2,})[ \t]*$/

/**
 * CommonMark makes a heading of a whole paragraph that is underlined, and a rule ends a paragraph. kramdown and Python-Markdown know headings
 * of one line only, and kramdown a rule only behind a blank line.
 */
export const underlineBelowText: Rule = {
  id: 'underline',
  families: ['jekyll', 'python-markdown'],
  find({ name, source, there }) {
    const repaired = mapTextLines(source, (line, before) => {
      const isBelowText = before.trim() !== '' && !/^ {0,3}#/.test(before)
      return isBelowText && (dashes.test(line) || rule.test(line)) ? `\n${line}` : line
    })
    if (repaired === source) return null
    const isHeading = there.some((token) => /^<h[12]>$/.test(token))
    return {
      line: firstChangedLine(source, repaired),
      message: isHeading
        ? `GitHub makes a heading of all the lines above this one, ${name} does not. With a blank line before it, it is no heading anywhere.`
        : `${name} needs a blank line before this rule.`,
      repair: { label: 'Insert a blank line', source: repaired },
    }
  },
}

/** The same where the underline is one of `=`, which is a rule nowhere: the paragraph has to be one line. */
export const underlineOfLines: Rule = {
  id: 'underline-of-lines',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    const lines = source.split('\n')
    const at = lines.findIndex((line, index) => index > 1 && equalSigns.test(line))
    if (at < 0) return null
    let first = at - 1
    while (first > 0 && lines[first - 1]?.trim() !== '') first--
    const heading = lines.slice(first, at).map((line) => line.trim())
    if (heading.length < 2) return null
    const repaired = [...lines.slice(0, first), heading.join(' '), ...lines.slice(at)].join('\n')
    return {
      line: at,
      message: `${name} underlines a heading of one line only; GitHub makes all the lines above a heading.`,
      repair: { label: 'Put the heading on one line', source: repaired },
    }
  },
}
