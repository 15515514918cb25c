import type { MarkdownIt, Token } from 'markdown-it'

/** A language's name as Astro finds it: up to its last letter or digit, so that `c++` is `c`. */
function languageOf(info: string): string {
  return /^\S+\b/.exec(info)?.[0] ?? ''
}

/** An address with everything escaped that an address must not hold; escapes that stand there stay. */
function normalizeUri(address: string): string {
  return address.replace(/%[0-9a-fA-F]{2}|[^\w!#$&'()*+,\-./:;=?@~]/gu, (part) => {
    if (part.length === 3 && part.startsWith('%')) return part
    return encodeURIComponent(/\p{Cs}/u.test(part) ? '\ufffd' : part)
  })
}

/** Code, the writer's own HTML and addresses as they come out of remark-rehype and rehype-raw. */
export function useRendering(markdownIt: MarkdownIt): void {
  const { unescapeAll, escapeHtml } = markdownIt.utils
  const { rules } = markdownIt.renderer
  const renderCode = (token: Token | undefined, language: string): string => {
    const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    return `<pre><code${named}>${escapeHtml(token?.content.replace(/\n$/, '') ?? '')}</code></pre>\n`
  }
  rules.fence = (tokens, index) => {
    const info = unescapeAll(tokens[index]?.info ?? '').trim()
    return renderCode(tokens[index], languageOf(info))
  }
  rules.code_block = (tokens, index) => renderCode(tokens[index], '')
  // the tags are read and written anew before they are published, and each time a line break behind them is dropped
  rules.html_block = (tokens, index) =>
    (tokens[index]?.content ?? '').replace(/(<(?:pre|textarea|listing)(?:\s[^>]*)?>\n)\n/gi, '$1')
  markdownIt.normalizeLink = normalizeUri
  markdownIt.normalizeLinkText = (address) => address
  // addresses are the blog's business; the preview's sanitiser decides what can be followed
  markdownIt.validateLink = () => true
}
