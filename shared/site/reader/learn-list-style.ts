import { formatDay } from '../../front-matter/dates'
import { wholeDatePatterns, yearlessDatePatterns } from './date-candidates'
import type { ListedPost, ListStyle } from './list-style'
import { pageLines } from './page-lines'

/** How far from its title a post's date may stand, in lines. */
const reachLines = 4

/** A line beside a post's title. */
type Neighbour = {
  readonly post: ListedPost
  readonly line: string
  readonly place: ListStyle['linePlace']
}

/** A date found in such a line. */
type Found = Neighbour & { readonly pattern: string }

/**
 * Learns from the HTML of a page that lists posts how it prints their dates and names; null where no post of `posts` stands there with its date.
 * What most posts have counts, so that one `May` does not decide between long and short names of months.
 */
export function learnListStyle(html: string, posts: readonly ListedPost[]): ListStyle | null {
  const neighbours = neighboursOf(pageLines(html), posts)
  const whole = mostFound(neighbours, wholeDatePatterns)
  const dated = new Set(whole.map(({ post }) => post))
  const yearless = mostFound(
    neighbours.filter(({ post }) => !dated.has(post)),
    yearlessDatePatterns,
  )
  const found = [...whole, ...yearless]
  const [first] = found
  if (first === undefined) return null
  const newestYear = mostFrequent(yearless.map(({ post }) => post.day.slice(0, 4)))
  const isEveryYear = whole.length === 0 || yearless.some(({ post }) => post.day.slice(0, 4) !== newestYear)
  return {
    datePattern: whole[0]?.pattern ?? null,
    yearlessPattern: yearless[0]?.pattern ?? null,
    yearlessFor: isEveryYear ? 'all' : 'current-year',
    line: lineTemplate(found),
    linePlace: mostFrequent(found.map(({ place }) => place)) ?? 'behind',
  }
}

/** The lines around each title, nearest first, up to the next title on either side. */
function neighboursOf(lines: readonly string[], posts: readonly ListedPost[]): readonly Neighbour[] {
  const byTitle = new Map(posts.map((post) => [folded(post.title), post]))
  const titleAt = lines.map((line) => byTitle.get(folded(line)) ?? null)
  return titleAt.flatMap((post, at) => {
    if (post === null) return []
    const beside = (step: 1 | -1): Neighbour[] => {
      const near: Neighbour[] = []
      for (let distance = 1; distance <= reachLines; distance++) {
        const line = lines[at + step * distance]
        if (line === undefined || titleAt[at + step * distance] !== null) break
        near.push({ post, line, place: step === 1 ? 'behind' : 'before' })
      }
      return near
    }
    return [...beside(1), ...beside(-1)]
  })
}

/** Where the pattern that suits the most posts was found, on the side where it suits the most. */
function mostFound(neighbours: readonly Neighbour[], patterns: readonly string[]): readonly Found[] {
  let best: readonly Found[] = []
  for (const place of ['behind', 'before'] as const) {
    const side = neighbours.filter((neighbour) => neighbour.place === place)
    for (const pattern of patterns) {
      const found = new Map<ListedPost, Found>()
      for (const neighbour of side) {
        if (!found.has(neighbour.post) && holdsDate(neighbour.line, formatDay(neighbour.post.day, pattern)))
          found.set(neighbour.post, { ...neighbour, pattern })
      }
      if (found.size > best.length) best = [...found.values()]
    }
  }
  return best
}

function holdsDate(line: string, date: string): boolean {
  const at = line.toLowerCase().indexOf(date.toLowerCase())
  if (at < 0) return false
  const isApart = !/[\p{L}\d]$/u.test(line.slice(0, at)) && !/^[\p{L}\d]/u.test(line.slice(at + date.length))
  return isApart && !/^,? \d{4}/.test(line.slice(at + date.length))
}

/** The line that most of these posts share once their names and dates are taken out; the date alone where they share none. */
function lineTemplate(found: readonly Found[]): string {
  const templates = found.map(({ post, line, pattern }) => {
    const date = formatDay(post.day, pattern)
    const at = line.toLowerCase().indexOf(date.toLowerCase())
    const dated = `${line.slice(0, at)}{date}${line.slice(at + date.length)}`
    return post.author === null ? dated : dated.replace(post.author, '{author}')
  })
  const common = mostFrequent(templates)
  const share = templates.filter((template) => template === common).length
  return common !== undefined && share * 2 > templates.length ? common : '{date}'
}

function folded(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase()
}

function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}
