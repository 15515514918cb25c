import { escapeHtml } from '../box'

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"[0-9\s]*"))?)*)$/

/** What Jekyll's `highlight` writes, colours aside; null for parameters that it refuses. jekyllrb.com/docs/liquid/tags */
export function highlightHtml(markup: string, content: string): string | null {
  const [, written, options = ''] = syntax.exec(markup.trim()) ?? []
  if (written === undefined) return null
  const language = written.toLowerCase()
  const code = content.replace(/^[\n\r]+|[\n\r]+$/g, '')
  const attributes = `class="language-${language.replaceAll('+', '-')}" data-lang="${language}"`
  const inner = /\blinenos\b/.test(options) ? numbered(code) : escaped(code)
  return `\n<figure class="highlight"><pre><code ${attributes}>${inner}</code></pre></figure>\n`
}

const escaped = (code: string): string => escapeHtml(code).replaceAll('&quot;', '"')

function numbered(code: string): string {
  const numbers = code
    .split('\n')
    .map((_, index) => `${index + 1}\n`)
    .join('')
  return (
    `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="code"><pre>${escaped(code)}\n</pre></td></tr></tbody></table>`
  )
}
