import { attributesHtml, escapeCode, escapeValue } from './html/escape'
import { isRougeLanguage } from './rouge-languages'

/** A block of code: in the box that Rouge puts around languages it knows, without the colours. The language is a class `language-…`. */
export function codeHtml(text: string, attributes: ReadonlyMap<string, string>): string {
  const classes = attributes.get('class') ?? ''
  const language = /\blanguage-\S+/.exec(classes)?.[0]
  const others = classes.replace(/\blanguage-\S+/, '').trim()
  const own = new Map(attributes)
  const name = language?.slice('language-'.length)
  if (name !== undefined && !isRougeLanguage(name)) {
    if (others === '') own.delete('class')
    else own.set('class', others)
    const code = `<code class="language-${escapeValue(name)}">${escapeCode(text.replace(/\n$/, ''))}\n</code>`
    return `<pre${attributesHtml(own)}>${code}</pre>\n`
  }
  const names = [language ?? 'language-plaintext', others, 'highlighter-rouge']
  own.set('class', names.filter((name) => name !== '').join(' '))
  const code = `<pre class="highlight"><code>${escapeCode(text)}</code></pre>`
  return `<div${attributesHtml(own)}><div class="highlight">${code}</div></div>\n`
}
