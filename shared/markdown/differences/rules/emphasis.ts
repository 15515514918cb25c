import { textOf, without } from './elements'
import type { Rule } from './rule'
import { findLine, firstTextLine } from './source-lines'

/** Which `*` and `_` begin and end emphasis is a matter of what stands beside them in CommonMark, and of their order elsewhere. */
export const emphasis: Rule = {
  id: 'emphasis',
  families: ['astro', 'eleventy', 'hexo', 'hugo', 'jekyll', 'python-markdown'],
  find({ name, source, here, there }) {
    const letters = (shape: typeof here): string =>
      without(shape, ['em', 'strong'])
        .map((token) => (token.startsWith('"') ? token.replace(/[*_ ]/g, '') : token))
        .join('\n')
    if (letters(here) !== letters(there)) return null
    const shown = (shape: typeof here): number => textOf(shape).split(/[*_]/).length
    const line = findLine(source, (text) => /[*_]/.test(text))
    if (line < 0) return null
    return {
      line: Math.max(line, firstTextLine(source)),
      message:
        shown(here) < shown(there)
          ? `${name} emphasises more of this than GitHub, which shows a \`*\` or \`_\` as typed. A space or a letter outside of the signs settles it.`
          : `${name} ends or begins emphasis elsewhere in this than GitHub does. One kind of emphasis at a time settles it.`,
    }
  },
}
