import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useAutolinks } from './autolinks'
import { useDefinitionLists } from './definition-lists'
import { goldmarkFootnotes, withGoldmarkBacklinks } from './footnotes'
import { goldmarkHeadingIds, type HeadingIdType } from './heading-ids'
import { readHeadings, useHeadings } from './headings'
import { omitRawHtml, useCode, useImages } from './html'
import { readTasks, useTaskLists } from './task-lists'
import { useTextRuns } from './text'
import { useTypographer } from './typographer'

/** What a Hugo site sets under `markup.goldmark`, the part that changes what is published. */
export type GoldmarkOptions = {
  /** `renderer.unsafe`: the writer's own HTML is published. */
  readonly unsafe: boolean
  /** `parser.autoHeadingIDType`; `none` for `parser.autoHeadingID: false`. */
  readonly headingIds: HeadingIdType | 'none'
  /** `extensions.typographer`. */
  readonly typographer: boolean
}

/** What Hugo does without any setting. */
export const goldmarkDefaults: GoldmarkOptions = { unsafe: false, headingIds: 'github', typographer: true }

function createParser({ unsafe, typographer }: GoldmarkOptions): MarkdownIt {
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false })
  parser.validateLink = () => true
  parser.normalizeLinkText = (address) => address
  parser
    .use(useFootnotes)
    .use(useDefinitionLists)
    .use(useStrikethrough, 2)
    .use(useTextRuns)
    .use(useAutolinks)
    .use(useTaskLists)
    .use(useHeadings)
    .use(useImages)
    .use(useCode)
  if (typographer) parser.use(useTypographer)
  if (!unsafe) parser.use(omitRawHtml)
  return parser
}

/** Hugo's Markdown: goldmark 1.5 with tables, strikethrough, bare addresses, tasks, definition lists, footnotes and its typographer. */
export function goldmark(options: GoldmarkOptions) {
  const { headingIds } = options
  return markdownItDialect({
    parser: createParser(options),
    footnotes: goldmarkFootnotes,
    headingIds: headingIds === 'none' ? null : () => goldmarkHeadingIds(headingIds),
    prepare(tokens) {
      readHeadings(tokens)
      readTasks(tokens)
    },
    withBacklinks: withGoldmarkBacklinks,
    looksAhead: 2,
  })
}
