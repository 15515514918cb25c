import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine } from './source-lines'

/** GitHub strikes through with one tilde or two; others with two, Python-Markdown not at all. */
export const strikethrough: Rule = {
  id: 'strikethrough',
  families: ['astro', 'eleventy', 'hexo', 'hugo', 'jekyll', 'python-markdown'],
  find({ family, name, source, here, there }) {
    if (countOf(here, 'del') >= countOf(there, 'del')) return null
    const line = Math.max(
      0,
      findLine(source, (text) => /~/.test(text)),
    )
    if (family === 'python-markdown') {
      return { line, message: `${name} shows the \`~\` as typed. \`<del>…</del>\` strikes through.` }
    }
    return { line, message: `GitHub strikes this through, ${name} does not: it takes two signs, \`~~\`.` }
  },
}
