import { type DateParts, formatDate, parseDate } from '../../front-matter/dates'

/** How a library writes the parts of a date. */
type DateTokens = 'day.js' | 'date-fns'

// Between them they tell every two patterns apart: padded or not, short or long month, morning or evening.
const samples: readonly DateParts[] = [
  { day: '2024-03-04', hour: 5, minute: 6, second: 7, fraction: '089', zone: '+02:00' },
  { day: '2021-11-28', hour: 15, minute: 16, second: 17, fraction: '181', zone: '-08:30' },
]

const dateFnsTokens: Readonly<Record<string, string>> = {
  yyyy: 'YYYY',
  dd: 'DD',
  d: 'D',
  do: 'Do',
  EEEE: 'dddd',
  EEE: 'ddd',
  a: 'A',
  aaa: 'a',
  // zones with a colon, without one, and by the hour: in capitals `Z` stands for UTC
  xxx: 'Z',
  XXX: 'Z',
  xx: 'ZZ',
  XX: 'ZZ',
  x: 'z',
  X: 'z',
}

/**
 * The pattern of `front-matter/dates` that writes dates as a pattern of day.js (also Moment's) or of date-fns does; null where Galley
 * has none. Tokens: day.js.org/docs/en/display/format, date-fns.org/docs/format.
 */
export function foreignDatePattern(written: string, tokens: DateTokens): string | null {
  const pattern = tokens === 'day.js' ? written : fromDateFns(written)
  const [first, ...others] = samples.map((sample) => formatDate(sample, pattern))
  // Only what can be read back can be edited later; reading also settles what of the pattern is fixed text.
  const read = parseDate(first ?? '')?.fullPattern ?? null
  if (read === null) return null
  const agrees = samples.slice(1).every((sample, index) => formatDate(sample, read) === others[index])
  return agrees ? read : null
}

function fromDateFns(written: string): string {
  return written.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*o?/g, (token, fixed: string | undefined) =>
    fixed === undefined ? (dateFnsTokens[token] ?? token) : `[${fixed.replaceAll("''", "'")}]`,
  )
}
