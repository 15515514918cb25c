import type { GeneratorId } from '../site/detect-generator'

/** The part of a post's body that stands for it in lists and feeds, as Markdown, and how its generator came by it. */
export type Excerpt = {
  readonly markdown: string
  /** `marker`: the writer's own mark; `first-paragraph`; `first-words`: cut behind `maxWords` words; `whole`. */
  readonly kind: 'marker' | 'first-paragraph' | 'first-words' | 'whole'
  /** Null where nothing is counted. */
  readonly maxWords: number | null
}

const moreMark = /<!--[ \t]*more[ \t]*-->/i

/** The marks behind which a generator cuts; by their documentation. A generator that is not here knows none by itself. */
const marks: Partial<Record<GeneratorId, RegExp>> = {
  hugo: /<!-- ?more ?-->/,
  hexo: moreMark,
  zola: moreMark,
  docusaurus: /<!--[ \t]*truncate[ \t]*-->|\{\/\*[ \t]*truncate[ \t]*\*\/\}/,
  eleventy: moreMark,
  gatsby: moreMark,
}

/** Hugo's `summaryLength` and Pelican's `SUMMARY_MAX_LENGTH`, as they are by themselves. */
const wordLimits: Partial<Record<GeneratorId, number>> = { hugo: 70, pelican: 50 }

/** A body longer than this is not read to its end for an excerpt. */
const maxLength = 20_000

/**
 * What a generator takes from a body by its defaults: up to the writer's mark where it knows one; else Jekyll what stands before
 * the first blank line (`excerpt_separator`), Hugo and Pelican so many words, Hexo all. `null`: no generator is known, the first paragraph then.
 */
export function excerptOf(body: string, generator: GeneratorId | null): Excerpt {
  const text = body.slice(0, maxLength)
  const mark = generator === null ? moreMark : marks[generator]
  const at = mark?.exec(text)?.index
  if (at !== undefined) return { markdown: text.slice(0, at), kind: 'marker', maxWords: null }
  const maxWords = generator === null ? undefined : wordLimits[generator]
  if (maxWords !== undefined) return { markdown: text, kind: 'first-words', maxWords }
  if (generator === 'hexo' || generator === 'docusaurus')
    return { markdown: text, kind: 'whole', maxWords: null }
  const paragraph = generator === 'jekyll' ? firstBlock(text) : firstParagraph(text)
  return { markdown: paragraph, kind: 'first-paragraph', maxWords: null }
}

/** Up to Jekyll's `excerpt_separator`, a blank line, whatever stands there: a heading and a template tag too. */
function firstBlock(text: string): string {
  return text.trimStart().split('\n\n', 1)[0] ?? ''
}

/** The first block that is neither a heading nor a picture alone. */
function firstParagraph(text: string): string {
  const blocks = text.split(/\n[ \t]*\n/)
  const isProse = (block: string): boolean =>
    !/^\s*(?:#|!\[[^\]]*\]\([^)]*\)\s*$|<[a-z!]|\{[%{]|[-*_]{3,}\s*$|$)/i.test(block)
  return blocks.find(isProse) ?? blocks[0] ?? ''
}

/** `text` on one line, cut behind a whole word so that it has at most `maxCharacters` characters; the cut shows as `…`. */
export function cutText(text: string, maxCharacters: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= maxCharacters) return line
  const cut = line.slice(0, maxCharacters).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > maxCharacters / 2 ? space : cut.length).replace(/[\s,;:.–—-]+$/, '')}…`
}

/** The first `maxWords` words of a text on one line; the cut shows as `…`. */
export function firstWords(text: string, maxWords: number): string {
  const words = text.trim().split(/\s+/)
  return words.length <= maxWords ? words.join(' ') : `${words.slice(0, maxWords).join(' ')}…`
}
