/** A post as its page is looked for: its own words, without front matter. */
export type SoughtPost = {
  /** Empty when it has none. */
  readonly title: string
  /** The body's text, with or without Markdown's signs. */
  readonly text: string
}

const wordsOfRun = 6
const maxRuns = 16
const minScore = 0.5

/**
 * How surely a page is the post's own, from 0 to 1: how many runs of words, taken evenly from the post, the page holds, and whether a
 * heading or the page's title is the post's. A page that merely lists the post has its title in a link at most.
 */
export function scorePage(html: string, post: SoughtPost): number {
  const page = wordsOf(textOf(html))
  const runs = runsOf(wordsOf(post.text))
  const title = wordsOf(post.title)
  const titleScore =
    title === '' ? 0 : Math.max(...titlesOf(html).map((found) => titleMatch(found, title)), 0)
  if (runs.length === 0) return titleScore
  const held = runs.filter((run) => page.includes(run)).length / runs.length
  return title === '' ? held : held * 0.7 + titleScore * 0.3
}

/** The page that is the post's, null when none is sure enough. Of equals the shortest: the others hold more than the post. */
export function choosePage<Page extends { readonly html: string }>(
  pages: readonly Page[],
  post: SoughtPost,
): Page | null {
  let best: { readonly page: Page; readonly score: number } | null = null
  for (const page of pages) {
    const score = scorePage(page.html, post)
    const isBetter =
      best === null ||
      score > best.score + 1e-9 ||
      (score > best.score - 1e-9 && page.html.length < best.page.html.length)
    if (score >= minScore && isBetter) best = { page, score }
  }
  return best?.page ?? null
}

/** The text of a page, without what is not shown. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|template|noscript|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(?:a|abbr|b|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|amp|lt|gt|quot|nbsp|\w+);/gi, (_whole, decimal, hexadecimal) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
}

/** Letters and digits alone, one blank between words: quotation marks and dashes change on their way to the page. */
function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return ` ${words.join(' ')} `.replace(/^ +$/, '')
}

function runsOf(words: string): readonly string[] {
  const all = words.trim().split(' ').filter(Boolean)
  if (all.length === 0) return []
  if (all.length <= wordsOfRun) return [` ${all.join(' ')} `]
  const count = Math.min(maxRuns, Math.ceil(all.length / wordsOfRun))
  const last = all.length - wordsOfRun
  return Array.from({ length: count }, (_, index) => {
    const from = count === 1 ? 0 : Math.round((index * last) / (count - 1))
    return ` ${all.slice(from, from + wordsOfRun).join(' ')} `
  })
}

function titlesOf(html: string): readonly { readonly words: string; readonly isHeading: boolean }[] {
  return [...html.matchAll(/<(title|h1|h2)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi)]
    .filter(([, tag = '', inner = '']) => tag.toLowerCase() === 'title' || !/<a\b[^>]*href/i.test(inner))
    .map(([, tag = '', inner = '']) => ({
      words: wordsOf(textOf(inner)),
      isHeading: tag.toLowerCase() !== 'title',
    }))
}

/** A page's title often goes on with the site's name; a heading is the title, or it is not. */
function titleMatch(
  { words, isHeading }: { readonly words: string; readonly isHeading: boolean },
  title: string,
) {
  if (words === title) return 1
  return !isHeading && words.startsWith(title) ? 0.9 : 0
}

/** A body's prose: without code, tags, template calls and the addresses of links, which look otherwise on the page. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1[`~]*[ \t]*$/gm, ' ')
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ')
    .replace(/^ {0,3}\[[^\]\n]*\]:.*$/gm, ' ')
    .replace(/\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g, '] ')
    .replace(/\]\[[^\]\n]*\]/g, '] ')
    .replace(/<[^<>\n]*>/g, ' ')
    .replace(/&\w+;|&#\w+;/g, ' ')
}
