import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { noFootnotes } from '../markdown-it/no-footnotes'
import { useAddresses } from './addresses'
import { useDescriptionLists } from './description-lists'
import { useFences } from './fences'
import { hexoHeadingIds, useHeadings } from './headings'
import { useRendering } from './rendering'
import { useMarkedStrikethrough } from './strikethrough'
import { readTasks, useTaskLists } from './task-lists'
import { useTextPieces } from './text-pieces'
import { useUnderlinedHeadings } from './underlined-headings'

function createParser(): MarkdownIt {
  const options = { html: true, linkify: false, typographer: false, breaks: true }
  return new MarkdownItConstructor(options)
    .use(useFences)
    .use(useUnderlinedHeadings)
    .use(useMarkedStrikethrough)
    .use(useAddresses)
    .use(useTextPieces)
    .use(useTaskLists)
    .use(useHeadings)
    .use(useDescriptionLists)
    .use(useRendering)
}

/** Hexo's Markdown: marked 15 as hexo-renderer-marked 7 sets it up, and what Hexo 8 does before and after. */
export const hexo = markdownItDialect({
  parser: createParser(),
  footnotes: noFootnotes,
  headingIds: hexoHeadingIds,
  prepare: readTasks,
})
