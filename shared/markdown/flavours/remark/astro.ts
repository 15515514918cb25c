import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useAutolinks } from './autolinks'
import { remarkFootnotes, withRemarkBacklinks } from './footnotes'
import { githubSlugs, useHeadingIds } from './heading-ids'
import { loosenQuotedLists } from './loose-lists'
import { useSmartPunctuation } from './smart-punctuation'
import { readTasks, useTaskLists } from './task-lists'

/** Labels are the same in any letter case. */
function normaliseLabel(label: string): string {
  return label.toLowerCase().toUpperCase().toLowerCase()
}

function createParser(): MarkdownIt {
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false })
  const { unescapeAll, escapeHtml } = parser.utils
  // addresses are the blog's business; the preview's sanitiser decides what can be followed
  parser.validateLink = () => true
  parser
    .use(useFootnotes, normaliseLabel)
    .use(useStrikethrough, 1)
    .use(useAutolinks)
    .use(useTaskLists)
    .use(useSmartPunctuation)
    .use(useHeadingIds)
  parser.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index]
    // Astro finds the language up to its last letter: `c++` is `c`
    const language = /^\S+\b/.exec(unescapeAll(token?.info ?? '').trim())?.[0] ?? ''
    const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    return `<pre><code${named}>${escapeHtml(token?.content ?? '')}</code></pre>\n`
  }
  // the tags are read and written anew before they are published, and each time a line break after them is dropped
  parser.renderer.rules.html_block = (tokens, index) =>
    (tokens[index]?.content ?? '').replace(/(<(?:pre|textarea|listing)(?:\s[^>]*)?>\n)\n/gi, '$1')
  return parser
}

/** Astro's Markdown, and that of Docusaurus' prose: remark with remark-gfm 4 and remark-smartypants 3. */
export const astro = markdownItDialect({
  parser: createParser(),
  footnotes: remarkFootnotes,
  headingIds: githubSlugs,
  prepare(tokens) {
    readTasks(tokens)
    loosenQuotedLists(tokens)
  },
  withBacklinks: withRemarkBacklinks,
})
