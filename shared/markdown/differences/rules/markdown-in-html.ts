import type { Rule } from './rule'
import { findLine } from './source-lines'

const blockTag =
  /^ {0,3}<(address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|main|nav|ol|p|section|summary|table|td|th|tr|ul|video|audio)(?=[\s/>])/i

/** CommonMark reads Markdown again behind a blank line inside of HTML; kramdown and Python-Markdown go on to the closing tag. */
export const markdownInHtml: Rule = {
  id: 'markdown-in-html',
  families: ['jekyll', 'python-markdown'],
  find({ family, name, source }) {
    const line = findLine(source, (text) => blockTag.test(text))
    const tag = blockTag.exec(source.split('\n')[line] ?? '')?.[1]?.toLowerCase()
    const inner = source
      .trimEnd()
      .split('\n')
      .slice(line + 1, -1)
    if (tag === undefined || !inner.some((text) => text.trim() === '') || /\smarkdown=/.test(source))
      return null
    const advice = family === 'jekyll' ? ` \`<${tag} markdown="1">\` has it read.` : ' Write HTML there.'
    return { line, message: `${name} does not read Markdown inside of \`<${tag}>\`.${advice}` }
  },
}
