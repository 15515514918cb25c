import { markdownItDialect } from '../markdown-it/dialect'
import { cmarkFootnotes } from './footnotes'
import { createParser } from './parser'

/** GitHub's own Markdown: CommonMark with tables, strikethrough, task lists, footnotes and bare addresses as links. */
export const cmarkGfm = markdownItDialect({
  parser: createParser(),
  footnotes: cmarkFootnotes,
  headingIds: null,
})
