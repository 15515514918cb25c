import type { MarkdownIt } from 'markdown-it'
import type { MarkedOptions } from './options'

function hostOf(address: string): string | null {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? null
}

/** Marks links to other hosts as `marked.external_link` says: a window of their own, and no follow. */
export function useExternalLinks(markdownIt: MarkdownIt, { external_link, url }: MarkedOptions): void {
  const { enable = false, nofollow = false, exclude = [] } = external_link
  if (!enable && !nofollow) return
  const own = hostOf(url)
  markdownIt.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]
    const host = hostOf(String(token?.attrGet('href') ?? ''))
    // without an address of its own a site has no external links
    if (token && host !== null && own !== null && host !== own && !exclude.includes(host)) {
      if (enable) token.attrSet('target', '_blank')
      token.attrSet('rel', nofollow ? 'noopener external nofollow noreferrer' : 'noopener')
    }
    return renderer.renderToken(tokens, index, options)
  }
}
