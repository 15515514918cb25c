import { cmarkFootnotes } from '../flavours/cmark-gfm/footnotes'
import { createParser } from '../flavours/cmark-gfm/parser'
import { type AnyDialect, erase } from '../flavours/dialects'
import { markdownItDialect } from '../flavours/markdown-it/dialect'

/** What a writer expects of Markdown: as GitHub reads it, but with every HTML tag left as it is. */
export const commonMark: AnyDialect = erase(
  markdownItDialect({
    parser: createParser({ filtersTags: false }),
    footnotes: cmarkFootnotes,
    headingIds: null,
  }),
)
