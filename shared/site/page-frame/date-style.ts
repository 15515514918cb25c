import { formatDate } from '../../front-matter/date-format'
import { type DateParts, type ParsedDate, parseDate } from '../../front-matter/dates'

/** How a site prints dates: a pattern of `formatDate`, or a form of a language other than English. */
export type DateStyle =
  | { readonly kind: 'pattern'; readonly pattern: string }
  | {
      readonly kind: 'language'
      readonly language: string
      readonly length: 'full' | 'long' | 'medium' | 'short'
    }

/** A day, `YYYY-MM-DD`, and a text of the site that prints it somewhere. */
export type DateSample = { readonly day: string; readonly text: string }

/** Forms that `parseDate` cannot tell apart or does not know; known days do. Likelier first. */
const otherPatterns = [
  ...['MMMM D', 'MMM D', 'D MMMM', 'D MMM', 'MMMM Do', 'Do MMMM'],
  ...[
    'MM/DD/YYYY',
    'DD/MM/YYYY',
    'M/D/YYYY',
    'D/M/YYYY',
    'DD-MM-YYYY',
    'MM-DD-YYYY',
    'D.M.YYYY',
    'DD.MM.YYYY',
  ],
  ...['Do [of] MMMM YYYY', 'Do [of] MMMM, YYYY', 'MMMM YYYY', 'MMM YYYY', 'YYYYMMDD'],
]

const lengths = ['full', 'long', 'medium', 'short'] as const

/** Where a text has something like a date: from a letter or a digit, with a year or a day's number in it. */
const dateLike =
  /(?:[A-Z][a-z]{2,8},?\s+)?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+[A-Z][a-z]{2,8}\.?,?[\s-]+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})(?:(?:[Tt]|,?\s+(?:at\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?:[AP]M|[ap]m|[AP]\.M\.|[ap]\.m\.))?(?:\s*(?:Z|[-+]\d{2}:?\d{2}|[A-Z]{2,4}\b))?)?/g

/** A date found in a text. */
export type FoundDate = { readonly from: number; readonly to: number; readonly style: DateStyle }

/** No text that prints a date is longer; what is longer is prose. */
const longestText = 2000

/** Makes a reader of texts: the first date in a text that prints `day`, in every way in which it can be read. */
function dateReader(day: string, language: string | null): (text: string) => readonly FoundDate[] {
  const parts = partsOf(day)
  const foreign = language === null || /^en\b/i.test(language) ? [] : stylesOf(language)
  const others = [...foreign, ...otherPatterns.map((pattern): DateStyle => ({ kind: 'pattern', pattern }))]
  const written = others.map((style) => [style, writeDate(parts, style)] as const)
  return (text) => {
    if (text.length > longestText || !/\p{N}/u.test(text)) return []
    for (const match of text.matchAll(dateLike)) {
      const found = longestDate(match[0])
      if (found?.date.day !== day) continue
      const from = match.index + found.from
      const to = from + found.text.length
      return waysToWrite(found.date, found.text).map((pattern) => ({
        from,
        to,
        style: { kind: 'pattern', pattern },
      }))
    }
    // a year or a day's number beside it makes it another date
    const rest = text.replace(dateLike, (date) => ' '.repeat(date.length))
    return written.flatMap(([style, date]) => {
      const from = indexOfWhole(rest, date)
      return from < 0 ? [] : [{ from, to: from + date.length, style }]
    })
  }
}

/** The date at the end of `text`, without words before it that are no weekday and without what is behind it. */
function longestDate(
  text: string,
): { readonly text: string; readonly from: number; readonly date: ParsedDate } | null {
  for (const from of [0, /^[A-Z][a-z]+,?\s+/.exec(text)?.[0].length ?? 0]) {
    const rest = text.slice(from)
    for (const end of [rest.length, /(?:[Tt]|,?\s+(?:at\s+)?)\d{1,2}:\d{2}/.exec(rest)?.index ?? 0]) {
      const written = rest.slice(0, end).trimEnd()
      const date = written === '' ? null : parseDate(written)
      if (date !== null) return { text: written, from, date }
    }
  }
  return null
}

/** The patterns that write a date as it is written: where a number or a word does not tell, several. */
function waysToWrite(date: ParsedDate, written: string): readonly string[] {
  const { fullPattern } = date
  const ways = new Set([fullPattern])
  const swaps = [
    ['MMMM', 'MMM'],
    [/\bD\b/, 'DD'],
    [/\bDD\b/, 'D'],
    [/\bM\b/, 'MM'],
    [/\bMM\b/, 'M'],
  ] as const
  for (const [one, other] of swaps) for (const way of [...ways]) ways.add(way.replace(one, other))
  return [...ways].filter((way) => formatDate(date, way) === written)
}

function stylesOf(language: string): readonly DateStyle[] {
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(language)
    return known === undefined ? [] : lengths.map((length) => ({ kind: 'language', language: known, length }))
  } catch (error) {
    // the page names no language that there could be
    if (error instanceof RangeError) return []
    throw error
  }
}

function partsOf(day: string): DateParts {
  return { day, hour: 0, minute: 0, second: 0, fraction: '', zone: null }
}

function indexOfWhole(text: string, written: string): number {
  for (let from = text.indexOf(written); from >= 0; from = text.indexOf(written, from + 1)) {
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(text.slice(0, from)) && !/^[\p{L}\p{N}]/u.test(text.slice(from + written.length))
    if (isWhole) return from
  }
  return -1
}

/** Makes a finder of the first date in a text that prints `day`. `language` is the page's own, such as `de`. */
export function dateFinder(day: string, language: string | null = null): (text: string) => FoundDate | null {
  const read = dateReader(day, language)
  return (text) => read(text)[0] ?? null
}

/** Samples from the dates in `text`, whatever days they are, each by itself. */
export function samplesIn(text: string): readonly DateSample[] {
  return [...text.matchAll(dateLike)].flatMap((match) => {
    const written = longestDate(match[0])
    return written === null ? [] : [{ day: written.date.day, text: written.text }]
  })
}

/**
 * How a site writes dates, learnt from texts that print known days. One sample leaves open whether `May` is short or long, and whether the
 * fifth is `5` or `05`: the more samples the surer, and where they leave it open, dates `elsewhere` on the site decide. null when no text prints
 * its day in a form that is known. `language` is the page's own, such as `de`.
 */
export function learnDateStyle(
  samples: readonly DateSample[],
  language: string | null = null,
  elsewhere: readonly DateSample[] = [],
): DateStyle | null {
  const own = countStyles(samples, language)
  const most = Math.max(...own.values())
  const tied = [...own].filter(([, count]) => count === most).map(([style]) => style)
  const others = tied.length > 1 ? countStyles(elsewhere, language) : new Map<string, number>()
  let best: string | null = null
  for (const style of tied) {
    if (best === null || (others.get(style) ?? 0) > (others.get(best) ?? 0)) best = style
  }
  return best === null ? null : (JSON.parse(best) as DateStyle)
}

/** How many of the samples each style would write as they are. */
function countStyles(samples: readonly DateSample[], language: string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const sample of samples) {
    for (const { style } of dateReader(sample.day, language)(sample.text)) {
      const name = JSON.stringify(style)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

/** Writes a date in a site's style. Throws a `RangeError` for what is no day. */
export function writeDate(date: DateParts, style: DateStyle): string {
  if (style.kind === 'pattern') return formatDate(date, style.pattern)
  const instant = new Date(`${date.day}T00:00:00Z`)
  return new Intl.DateTimeFormat(style.language, { dateStyle: style.length, timeZone: 'UTC' }).format(instant)
}
