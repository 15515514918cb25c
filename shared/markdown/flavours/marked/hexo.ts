import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { noFootnotes } from '../markdown-it/no-footnotes'
import { useAddresses } from './addresses'
import { useDescriptionLists } from './description-lists'
import { useFences } from './fences'
import { hexoHeadingIds, useHeadings } from './headings'
import type { MarkedOptions } from './options'
import { useRendering } from './rendering'
import { useMarkedStrikethrough } from './strikethrough'
import { readTasks, useTaskLists } from './task-lists'
import { useTextPieces } from './text-pieces'
import { useUnderlinedHeadings } from './underlined-headings'

function createParser(options: MarkedOptions): MarkdownIt {
  const { gfm } = options
  const breaks = options.breaks && gfm
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false, breaks })
  parser.use(useFences).use(useUnderlinedHeadings)
  if (gfm) parser.use(useMarkedStrikethrough)
  else parser.disable(['table', 'strikethrough'])
  if (gfm && options.autolink) parser.use(useAddresses)
  parser.use(useTextPieces, options)
  if (gfm) parser.use(useTaskLists)
  parser.use(useHeadings, options)
  if (options.descriptionLists) parser.use(useDescriptionLists)
  return parser.use(useRendering, { ...options, breaks })
}

/** Hexo's Markdown: marked 15 as hexo-renderer-marked 7 sets it up, and what Hexo 8 does before and after. */
export function hexo(options: MarkedOptions) {
  return markdownItDialect({
    parser: createParser(options),
    footnotes: noFootnotes,
    headingIds: () => hexoHeadingIds(options.modifyAnchors),
    prepare(tokens) {
      if (options.gfm) readTasks(tokens)
    },
  })
}
