import type { MarkdownIt, Token } from 'markdown-it'
import type { HeadingIds } from '../../dialect'
import { renderEnvironmentOf } from '../markdown-it/environment'
import type { MarkedOptions } from './options'
import { stripTags } from './strip-tags'

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

/** `modifyAnchors`: 1 for lower case, 2 for upper case. */
function inCase(text: string, modifyAnchors: number): string {
  if (modifyAnchors === 1) return text.toLowerCase()
  return modifyAnchors === 2 ? text.toUpperCase() : text
}

/** What every object has. */
const inheritedNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype)

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

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Ids of a document's headings: the second of a name gets `-1`, however that one is taken. */
export function hexoHeadingIds(modifyAnchors = 0): HeadingIds {
  // Hexo counts in a plain object, whose own names are taken from the beginning, and are no numbers
  const counts = new Map<string, number>(inheritedNames.map((name) => [name, Number.NaN]))
  const known = new Set(inheritedNames)
  return (text) => {
    const name = inCase(slugize(text), modifyAnchors)
    const count = known.delete(name) ? Number.NaN : counts.get(name) || undefined
    counts.set(name, count === undefined ? 1 : count + 1)
    return count === undefined ? name : `${name}-${count}`
  }
}

/** Headings with an id and the empty link before their text that leads to it. */
export function useHeadings(markdownIt: MarkdownIt, { headerIds, anchorAlias }: MarkedOptions): void {
  if (!headerIds) return
  markdownIt.renderer.rules.heading_open = (tokens, index, options, env, renderer) => {
    const children: Token[] = tokens[index + 1]?.children ?? []
    const html = renderer.renderInline(children, options, env)
    const alias = anchorAlias ? /^<a href="#([^"]+)"/.exec(html)?.[1] : undefined
    const text = stripTags(decode(alias ?? html)).trim()
    const marks = renderEnvironmentOf(env)?.marks
    const id = marks?.place({ kind: 'heading-id', text: [text], isExplicit: false }) ?? ''
    const again = marks?.place({ kind: 'same-heading-id' }) ?? ''
    const title = stripTags(html).replaceAll('"', '&quot;')
    return `<${tokens[index]?.tag} id="${id}"><a href="#${again}" class="headerlink" title="${title}"></a>`
  }
}
