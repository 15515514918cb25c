import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine } from './source-lines'

/** Eleventy switches markdown-it's indented code off. */
export const indentedCode: Rule = {
  id: 'indented-code',
  families: ['eleventy'],
  find({ name, source, here, there }) {
    if (countOf(here, 'pre') >= countOf(there, 'pre')) return null
    const line = findLine(source, (text) => /(?:^|[ >])(?: {4}|\t)/.test(text))
    if (line < 0) return null
    return { line, message: `${name} reads indented lines as text. Put a fence around code: \`\`\`.` }
  },
}
