import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useAutolinks } from './autolinks'
import { remarkFootnotes, withRemarkBacklinks } from './footnotes'
import { githubSlugs, useHeadingIds } from './heading-ids'
import { useIndentedCode } from './indented-code'
import { useLateAddresses } from './late-addresses'
import { loosenQuotedLists } from './loose-lists'
import { useRendering } from './rendering'
import { useSmartPunctuation } from './smart-punctuation'
import { readTasks, useTaskLists } from './task-lists'

/** Labels are the same in any letter case. */
function normaliseLabel(label: string): string {
  return label.toLowerCase().toUpperCase().toLowerCase()
}

function createParser(): MarkdownIt {
  return new MarkdownItConstructor({ html: true, linkify: false, typographer: false })
    .use(useFootnotes, normaliseLabel)
    .use(useStrikethrough, 1)
    .use(useIndentedCode)
    .use(useAutolinks)
    .use(useLateAddresses)
    .use(useTaskLists)
    .use(useSmartPunctuation)
    .use(useHeadingIds)
    .use(useRendering)
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
