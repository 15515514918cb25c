import { attributesHtml, escapeCode } from './html/escape'

/** A block of code in the box that Rouge puts around it, without the colours. The language is a class `language-…`. */
export function codeHtml(text: string, attributes: ReadonlyMap<string, string>): string {
  const classes = attributes.get('class') ?? ''
  const language = /\blanguage-\S+/.exec(classes)?.[0]
  const others = classes.replace(/\blanguage-\S+/, '').trim()
  const own = new Map(attributes)
  const names = [language ?? 'language-plaintext', others, 'highlighter-rouge']
  own.set('class', names.filter((name) => name !== '').join(' '))
  const code = `<pre class="highlight"><code>${escapeCode(text)}</code></pre>`
  return `<div${attributesHtml(own)}><div class="highlight">${code}</div></div>\n`
}
