import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { usePassthrough } from '../goldmark/passthrough'
import { markdownItDialect } from '../markdown-it/dialect'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useMdx } from '../mdx/mdx'
import { useAutolinks } from './autolinks'
import { readOwnIds, useDocusaurus } from './docusaurus'
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

/** What a site sets under `markdown`. */
export type RemarkOptions = {
  /** Tables, strikethrough, bare addresses, tasks and footnotes. */
  readonly gfm: boolean
  readonly smartypants: boolean
  /** remark-math: what stands between dollars is no Markdown. */
  readonly math: boolean
  /** What Docusaurus adds: admonitions, ids behind headings, titles of code. */
  readonly docusaurus: boolean
  /** Posts are MDX. */
  readonly mdx: boolean
}

/** What Astro does by itself. */
export const astroDefaults: RemarkOptions = {
  gfm: true,
  smartypants: true,
  math: false,
  docusaurus: false,
  mdx: false,
}

function createParser({ gfm, smartypants, math, docusaurus, mdx }: RemarkOptions): MarkdownIt {
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false })
  parser.use(useIndentedCode)
  if (gfm) {
    parser
      .use(useFootnotes, normaliseLabel)
      .use(useStrikethrough, 1)
      .use(useAutolinks)
      .use(useLateAddresses)
      .use(useTaskLists)
  } else parser.disable(['table', 'strikethrough'])
  if (math) parser.use(usePassthrough, [['$', '$']], [['$$', '$$']])
  if (smartypants) parser.use(useSmartPunctuation)
  parser.use(useHeadingIds).use(useRendering)
  if (docusaurus) parser.use(useDocusaurus)
  return mdx ? parser.use(useMdx) : parser
}

/** Astro's Markdown, and that of Docusaurus' prose: remark with remark-gfm 4 and remark-smartypants 3. */
export function astro(options: RemarkOptions) {
  return markdownItDialect({
    parser: createParser(options),
    footnotes: remarkFootnotes,
    headingIds: githubSlugs,
    prepare(tokens) {
      if (options.gfm) readTasks(tokens)
      loosenQuotedLists(tokens)
      if (options.docusaurus) readOwnIds(tokens)
    },
    withBacklinks: withRemarkBacklinks,
  })
}
