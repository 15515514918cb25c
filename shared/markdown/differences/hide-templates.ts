import type { Family } from './family'

/** Generators whose template language takes its tags out before Markdown is read. */
const withTemplates: ReadonlySet<Family> = new Set(['eleventy', 'hexo', 'hugo', 'jekyll'])

/** Tags of Liquid, Nunjucks and Hexo between which no Markdown stands; a shortcode of Hugo in `<…>` is one whatever its name. */
const verbatimNames = new Set(['raw', 'highlight', 'comment', 'codeblock', 'code', 'verbatim', 'javascript'])

const tag =
  /\{%-?\s*(\w+)[^%]*(?:%(?!\})[^%]*)*%\}|\{\{<\s*(\w[\w/-]*)[^>]*(?:>(?!\}\})[^>]*)*>\}\}|\{\{[^}]*\}\}/g

/**
 * `body` with letters in the place of template tags and of what stands between those that hold no Markdown: the generator takes them out first,
 * so nothing in them can read otherwise. Every character keeps its place.
 */
export function hideTemplates(body: string, family: Family): string {
  if (!withTemplates.has(family) || !/\{[{%]/.test(body)) return body
  let hidden = ''
  let position = 0
  /** Names of which no closing tag is left: none of them needs to be looked for again. */
  const neverClosed = new Set<string>()
  tag.lastIndex = 0
  for (let match = tag.exec(body); match !== null; match = tag.exec(body)) {
    const end = endOf(body, match, neverClosed)
    hidden += body.slice(position, match.index) + 'x'.repeat(end - match.index)
    position = end
    tag.lastIndex = end
  }
  return hidden + body.slice(position)
}

/** Where what `opening` begins ends: behind its closing tag, or behind itself. */
function endOf(body: string, opening: RegExpExecArray, neverClosed: Set<string>): number {
  const [whole, name, shortcode] = opening
  const from = opening.index + whole.length
  const isPair =
    (name !== undefined && verbatimNames.has(name)) || (shortcode !== undefined && !whole.endsWith('/>}}'))
  const key = name ?? `<${shortcode}`
  if (!isPair || neverClosed.has(key)) return from
  const closing =
    name === undefined
      ? new RegExp(`\\{\\{<\\s*/\\s*${shortcode}\\s*>\\}\\}`, 'g')
      : new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')
  closing.lastIndex = from
  if (closing.exec(body) !== null) return closing.lastIndex
  neverClosed.add(key)
  return from
}
