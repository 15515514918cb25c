import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useAutolinks } from './autolinks'
import { applyBlockAttributes, isBlockAttributes, useBlockAttributes } from './block-attributes'
import { useDefinitionLists } from './definition-lists'
import { goldmarkFootnotes, withGoldmarkBacklinks } from './footnotes'
import { goldmarkHeadingIds, type HeadingIdType } from './heading-ids'
import { readHeadings, useHeadings } from './headings'
import { omitRawHtml, useCode, useImages, useTagLines } from './html'
import { type Delimiters, usePassthrough } from './passthrough'
import { readTasks, useTaskLists } from './task-lists'
import { useTextRuns } from './text'
import { useTypographer } from './typographer'

/** What a Hugo site sets under `markup.goldmark`, the part that changes what is published. */
export type GoldmarkOptions = {
  /** `renderer.unsafe`: the writer's own HTML is published. */
  readonly unsafe: boolean
  /** `parser.autoHeadingIDType`; `none` for `parser.autoHeadingID: false`. */
  readonly headingIds: HeadingIdType | 'none'
  /** `extensions.typographer`, and the texts that the site has it write, by goldmark's names: HTML. */
  readonly typographer: boolean
  readonly marks: Readonly<Record<string, string>>
  /** `renderer.hardWraps`: every line break is one. */
  readonly hardWraps: boolean
  /** `parser.attribute.title`: `{…}` behind headings. */
  readonly headingAttributes: boolean
  /** `parser.attribute.block`: `{…}` on the line below other blocks. */
  readonly blockAttributes: boolean
  /** `extensions`: which are on, and what `www.` addresses begin with. */
  readonly footnotes: boolean
  readonly definitionLists: boolean
  readonly linkify: boolean
  readonly linkifyProtocol: string
  readonly strikethrough: boolean
  readonly tables: boolean
  readonly taskLists: boolean
  readonly passthrough: { readonly block: Delimiters; readonly inline: Delimiters }
}

/** What Hugo does without any setting. */
export const goldmarkDefaults: GoldmarkOptions = {
  unsafe: false,
  headingIds: 'github',
  typographer: true,
  marks: {},
  hardWraps: false,
  headingAttributes: true,
  blockAttributes: false,
  footnotes: true,
  definitionLists: true,
  linkify: true,
  linkifyProtocol: 'https',
  strikethrough: true,
  tables: true,
  taskLists: true,
  passthrough: { block: [], inline: [] },
}

function createParser(options: GoldmarkOptions): MarkdownIt {
  const { passthrough, hardWraps } = options
  const parser = new MarkdownItConstructor({
    html: true,
    linkify: false,
    typographer: false,
    breaks: hardWraps,
  })
  parser.validateLink = () => true
  parser.normalizeLinkText = (address) => address
  if (options.footnotes) parser.use(useFootnotes)
  if (options.definitionLists) parser.use(useDefinitionLists)
  if (options.strikethrough) parser.use(useStrikethrough, 2)
  else parser.disable('strikethrough')
  if (!options.tables) parser.disable('table')
  parser.use(useTextRuns)
  if (options.linkify) parser.use(useAutolinks, options.linkifyProtocol)
  parser
    .use(useTaskLists)
    .use(useHeadings, options.headingIds !== 'none')
    .use(useImages)
    .use(useCode)
    .use(useTagLines)
  if (options.typographer) parser.use(useTypographer, options.marks)
  if (!options.unsafe) parser.use(omitRawHtml)
  if (options.blockAttributes) parser.use(useBlockAttributes)
  if (passthrough.block.length + passthrough.inline.length > 0)
    parser.use(usePassthrough, passthrough.inline, passthrough.block)
  return parser
}

/** Hugo's Markdown: goldmark 1.5 with tables, strikethrough, bare addresses, tasks, definition lists, footnotes and its typographer. */
export function goldmark(options: GoldmarkOptions) {
  const { headingIds } = options
  return markdownItDialect({
    parser: createParser(options),
    footnotes: goldmarkFootnotes,
    headingIds: () => goldmarkHeadingIds(headingIds === 'none' ? 'github' : headingIds),
    prepare(tokens) {
      readHeadings(tokens, options.headingAttributes)
      if (options.taskLists) readTasks(tokens)
      if (options.blockAttributes) applyBlockAttributes(tokens)
    },
    ...(options.blockAttributes && { goesOnAt: isBlockAttributes }),
    withBacklinks: withGoldmarkBacklinks,
    looksAhead: 2,
  })
}
