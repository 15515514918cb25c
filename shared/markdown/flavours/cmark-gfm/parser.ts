import MarkdownItConstructor, { type MarkdownIt, type RendererRule } from 'markdown-it'
import { useFootnotes } from '../markdown-it/footnotes'
import { useStrikethrough } from '../markdown-it/strikethrough'
import { useAutolinks } from './autolinks'
import { useTaskLists } from './task-lists'

// cmark-gfm's tagfilter extension: these tags are shown, not obeyed.
const filteredTag =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi

function filterTags(html: string): string {
  return html.replace(filteredTag, '&lt;')
}

function useRendering(markdownIt: MarkdownIt, { filtersTags }: ParserOptions): void {
  const { rules } = markdownIt.renderer
  const { escapeHtml, unescapeAll } = markdownIt.utils
  rules.html_block = (tokens, index) => {
    const html = tokens[index]?.content ?? ''
    return filtersTags ? filterTags(html) : html
  }
  rules.html_inline = rules.html_block
  rules.fence = (tokens, index) => {
    const token = tokens[index]
    const language =
      unescapeAll(token?.info ?? '')
        .trim()
        .split(/\s+/)[0] ?? ''
    const attribute = language === '' ? '' : ` lang="${escapeHtml(language)}"`
    return `<pre${attribute}><code>${escapeHtml(token?.content ?? '')}</code></pre>\n`
  }
}

/** Cells say how they are aligned by an attribute, as cmark-gfm's do. */
function useCellAlignment(markdownIt: MarkdownIt): void {
  const openCell: RendererRule = (tokens, index) => {
    const token = tokens[index]
    const alignment = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1]
    return `<${token?.tag}${alignment === undefined ? '' : ` align="${alignment}"`}>`
  }
  markdownIt.renderer.rules.th_open = openCell
  markdownIt.renderer.rules.td_open = openCell
}

/** `filtersTags`: whether the extension `tagfilter` is on. */
export type ParserOptions = { readonly filtersTags: boolean }

/** A markdown-it that reads and writes as cmark-gfm 0.29 does with all its extensions and raw HTML allowed. */
export function createParser(options: ParserOptions = { filtersTags: true }): MarkdownIt {
  const markdownIt = new MarkdownItConstructor({
    html: true,
    xhtmlOut: true,
    linkify: false,
    typographer: false,
  })
  // addresses are the blog's business; the preview's sanitiser decides what can be followed
  markdownIt.validateLink = () => true
  markdownIt
    .use(useFootnotes)
    .use(useStrikethrough, 1)
    .use(useTaskLists)
    .use(useAutolinks)
    .use(useRendering, options)
    .use(useCellAlignment)
  return markdownIt
}
