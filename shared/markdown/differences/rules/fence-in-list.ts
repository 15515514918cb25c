import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine } from './source-lines'

const indentedFence = /^(?: +|\t+)(?:`{3,}|~{3,})/

/** Python-Markdown's fenced_code looks for fences at the line's very beginning alone. */
export const fenceInList: Rule = {
  id: 'fence-in-list',
  families: ['python-markdown'],
  find({ name, source, here, there }) {
    const line = findLine(source, (text) => indentedFence.test(text))
    if (line < 0 || countOf(here, 'pre') >= countOf(there, 'pre')) return null
    return {
      line,
      message: `${name} knows no indented fences. Leave the fence out and indent the code by 4 spaces more.`,
    }
  },
}

/** kramdown keeps the columns by which a fence in a list is indented more than the item's text, as part of the code. */
export const fenceDeepInList: Rule = {
  id: 'fence-deep-in-list',
  families: ['jekyll'],
  find({ name, source, here, there }) {
    const line = findLine(source, (text) => indentedFence.test(text))
    if (line < 0 || countOf(here, 'pre') !== countOf(there, 'pre')) return null
    const bare = (token: string): string => (token.startsWith('|') ? token.replace(/^ +/gm, '') : token)
    const isIndentation = here.every(
      (token, index) => bare(token) === bare(there[index] ?? '').replace(/^\| +/, '|'),
    )
    if (!isIndentation && here.map(bare).join('\n').replace(/\| +/g, '|') !== there.map(bare).join('\n'))
      return null
    return {
      line,
      message: `${name} shows this code indented: let the fence begin right below the item’s text.`,
    }
  },
}
