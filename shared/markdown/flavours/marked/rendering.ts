import type { MarkdownIt, Token } from 'markdown-it'
import { encodeAddress, fromSiteRoot } from './encode-address'
import { useExternalLinks } from './external-links'
import type { MarkedOptions } from './options'
import { decodeReferences } from './text-pieces'

/** The end of a post's excerpt is a place that can be linked to. */
function withMoreMark(html: string): string {
  return html.replace(/<!-- ?more ?-->/i, '<span id="more"></span>')
}

/** Whether nothing but spaces follows inside of a link or an emphasis. */
function isLast(behind: readonly Token[]): boolean {
  const next = behind.find(({ type, content }) => type !== 'text' || content.trim() !== '')
  return next !== undefined && next.nesting === -1
}

/** Links, images and the writer's own HTML as Hexo publishes them. */
export function useRendering(markdownIt: MarkdownIt, options: MarkedOptions): void {
  const { rules } = markdownIt.renderer
  const { escapeHtml, unescapeAll } = markdownIt.utils
  // addresses are the blog's business; the preview's sanitiser decides what can be followed
  markdownIt.validateLink = () => true
  markdownIt.normalizeLink = encodeAddress
  markdownIt.normalizeLinkText = (address) => address
  rules.html_block = (tokens, index) => withMoreMark(tokens[index]?.content ?? '')
  rules.html_inline = rules.html_block
  useExternalLinks(markdownIt, options)
  rules.fence = (tokens, index) => {
    const token = tokens[index]
    const language = /^\S*/.exec(unescapeAll(token?.info ?? '').trim())?.[0] ?? ''
    const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    // blank lines before the text's end, where no fence closes the code, are one less
    const code = token?.content.replace(/\n\n?$/, '\n') ?? ''
    return `<pre><code${named}>${escapeHtml(code)}</code></pre>\n`
  }
  rules.softbreak = (tokens, index) => (!options.breaks || isLast(tokens.slice(index + 1)) ? '\n' : '<br>')
  rules.hardbreak = () => '<br>'
  rules.image = (tokens, index) => {
    const token = tokens[index]
    const attribute = (name: string, value: string): string =>
      value === '' ? '' : ` ${name}="${escapeHtml(value)}"`
    const written = String(token?.attrGet('src') ?? '')
    const source = options.prependRoot ? fromSiteRoot(written, options.root) : written
    const spoken = decodeReferences(markdownIt, (token?.content ?? '').replace(/\\([[\]])/g, '$1'))
    const title = String(token?.attrGet('title') ?? '')
    const lazy = options.lazyload ? ' loading="lazy"' : ''
    const image = `<img src="${escapeHtml(source)}"${attribute('alt', spoken)}${attribute('title', title)}${lazy}>`
    if (!options.figcaption || spoken === '') return image
    return `<figure>${image}<figcaption aria-hidden="true">${escapeHtml(spoken)}</figcaption></figure>`
  }
}
