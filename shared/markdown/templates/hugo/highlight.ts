import { escapeHtml } from '../box'

/** What Hugo's `highlight` writes, colours aside: gohugo.io/functions/transform/highlight */
export function hugoHighlight(content: string, [written = '', options = '']: readonly string[]): string {
  const language = escapeHtml(written)
  const code = content.replace(/^[\n\r]+|[\n\r]+$/g, '')
  const named = language === '' ? '' : ` class="language-${language}" data-lang="${language}"`
  const block = `<pre tabindex="0"><code${named}>${escapeHtml(code)}</code></pre>`
  const numbers = /linenos=(?:table|true|1)/.test(options) ? numbersOf(code, options) : null
  if (numbers === null) return `<div class="highlight">${block}</div>`
  return (
    `<div class="highlight"><div>\n<table><tr><td>\n<pre tabindex="0"><code>${numbers}</code></pre></td>\n` +
    `<td>\n${block}</td></tr></table>\n</div>\n</div>`
  )
}

function numbersOf(code: string, options: string): string {
  const start = Number(/linenostart=(\d+)/.exec(options)?.[1] ?? 1)
  return code
    .split('\n')
    .map((_, index) => `<span>${start + index}\n</span>`)
    .join('')
}
