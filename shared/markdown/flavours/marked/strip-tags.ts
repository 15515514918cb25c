/** How deep inside of tags a place is, and the quotation mark that is open there. */
type InTag = { readonly start: number; depth: number; quote: string }

/** `html` without tags, after `striptags` as hexo-util has it: a `<` inside a tag needs a `>` of its own, and an unclosed tag goes up to the end. */
export function stripTags(html: string): string {
  let text = ''
  let tag: InTag | null = null
  for (let at = 0; at < html.length; at++) {
    const character = html[at] ?? ''
    if (tag === null) {
      if (html.startsWith('<!--', at)) at = endOfComment(html, at) - 1
      else if (character === '<') tag = { start: at, depth: 0, quote: '' }
      else text += character
    } else if (character === '"' || character === "'") {
      tag.quote = tag.quote === character ? '' : tag.quote || character
    } else if (tag.quote === '' && character === '<') tag.depth++
    else if (tag.quote === '' && character === '>') {
      if (tag.depth === 0) tag = null
      else tag.depth--
    } else if (/[ \n]/.test(character) && at === tag.start + 1) {
      text += '< '
      tag = null
    }
  }
  return text
}

function endOfComment(html: string, at: number): number {
  const end = html.indexOf('-->', at + 2)
  return end < 0 ? html.length : end + 3
}
