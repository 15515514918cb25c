import type { MarkdownIt, Token } from 'markdown-it'
import type { HeadingIds } from '../../dialect'
import { renderEnvironmentOf } from '../markdown-it/environment'

/** Letters that are no base letter with an accent, as hexo-util's `escapeDiacritic` writes them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', æ: 'ae', Ø: 'O', ø: 'o', ß: 's', ẞ: 'S', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', ı: 'i' },
  ...{ Ł: 'L', ł: 'l', Œ: 'OE', œ: 'oe', Ŧ: 'T', ŧ: 't', Ɛ: 'E', ɛ: 'e', Ɔ: 'O', ɔ: 'o', Ƒ: 'F', ƒ: 'f' },
}

function withoutAccents(text: string): string {
  return text.replace(/\p{Script=Latin}/gu, (letter) => {
    return plainLetters[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  })
}

/** Hexo's `slugize`, which keeps the letters' case. */
function slugize(text: string): string {
  return (
    withoutAccents(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a heading is left out, not a space
      .replace(/[\0-\x1f]/g, '')
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
      .replace(/^-+|-+$/g, '')
  )
}

const withoutTags = (html: string): string => html.replace(/<(?![ \n])[^>]*(?:>|$)/g, '')

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Ids of a document's headings: the second of a name gets `-1`, however that one is taken. */
export function hexoHeadingIds(): HeadingIds {
  const counts = new Map<string, number>()
  return (text) => {
    const name = slugize(text)
    const count = counts.get(name)
    counts.set(name, (count ?? 0) + 1)
    return count === undefined ? name : `${name}-${count}`
  }
}

/** Headings with an id and the empty link before their text that leads to it. */
export function useHeadings(markdownIt: MarkdownIt): void {
  markdownIt.renderer.rules.heading_open = (tokens, index, options, env, renderer) => {
    const children: Token[] = tokens[index + 1]?.children ?? []
    const html = renderer.renderInline(children, options, env)
    const text = withoutTags(decode(html)).trim()
    const marks = renderEnvironmentOf(env)?.marks
    const id = marks?.place({ kind: 'heading-id', text: [text], isExplicit: false }) ?? ''
    const again = marks?.place({ kind: 'same-heading-id' }) ?? ''
    const title = withoutTags(html).replaceAll('"', '&quot;')
    return `<${tokens[index]?.tag} id="${id}"><a href="#${again}" class="headerlink" title="${title}"></a>`
  }
}
