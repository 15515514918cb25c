import { type ClockReading, instantInZone, utcInstant } from '../zone-time'

// What Psych, Ruby's YAML, takes for a time and for a day (psych/scalar_scanner.rb).
const yamlTime =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?\s*(Z|[-+]\d{1,2}:?(?:\d\d)?)?$/
const yamlDay = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// Ruby's Time::ZoneOffset, in hours: any other name is ignored and the time taken as local.
const zones: Readonly<Record<string, number>> = {
  ...{ utc: 0, z: 0, ut: 0, gmt: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, k: 10, l: 11, m: 12 },
  ...{ n: -1, o: -2, p: -3, q: -4, r: -5, s: -6, t: -7, u: -8, v: -9, w: -10, x: -11, y: -12 },
}

/**
 * The instant that Jekyll makes of `date:`, null where its build stops. Unquoted, a time with seconds is one to YAML and UTC without an
 * offset; everything else is read by Ruby's `Time.parse`, in the site's zone.
 */
export function jekyllInstant(text: string, isQuoted: boolean, zone: string): number | null {
  const time = isQuoted ? null : yamlTime.exec(text)
  if (time !== null) {
    const [, year, month, day, hour, minute, second, offset] = time
    const clock = clockOf({ year, month, day, hour, minute, second })
    return clock === null ? null : utcInstant(clock) - (offset === undefined ? 0 : (offsetOf(offset) ?? 0))
  }
  const parts = parseTime(!isQuoted && yamlDay.test(text) ? text : text.trim())
  if (parts === null) return null
  const clock = clockOf(parts)
  if (clock === null) return null
  const offset = parts.zone === undefined ? null : offsetOf(parts.zone)
  return offset === null ? instantInZone(clock, zone) : utcInstant(clock) - offset
}

type Parts = {
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
  readonly hour?: string | undefined
  readonly minute?: string | undefined
  readonly second?: string | undefined
  readonly zone?: string | undefined
}

/** The forms of dates that `Date._parse` tells apart (date_parse.c): clock first, then words, ISO, slashes, dots and bare digits. */
function parseTime(text: string): Parts | null {
  if (text.length > 128) return null
  const ordinal = /^(\d{4})-(\d{3})$/.exec(text)
  if (ordinal !== null) return ofDayInYear(Number(ordinal[1]), Number(ordinal[2]))
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[-+]\d\d:?\d\d)?$/.exec(text)
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zone] = compact
    return { year, month, day, hour, minute, second, zone }
  }
  const clock =
    /(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,18})?)?(?:\s*([ap])(?:m\b|\.m\.))?|\s*([ap])(?:m\b|\.m\.))\s*((?:gmt|utc)?[-+]\d+(?::?\d+)?|[a-z]+(?:\s+(?:standard|daylight)\s+time\b)?|)/i.exec(
      text,
    )
  const rest =
    clock === null ? text : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`
  const day = dayIn(rest)
  if (day === null) return null
  if (clock === null) return day
  const half = (clock[4] ?? clock[5])?.toLowerCase()
  const hour = half === undefined ? Number(clock[1]) : (Number(clock[1]) % 12) + (half === 'p' ? 12 : 0)
  return { ...day, hour: String(hour), minute: clock[2], second: clock[3], zone: clock[6] || undefined }
}

function dayIn(text: string): Parts | null {
  const name = `(${months.join('|')})[a-z]*\\.?`
  const dayFirst = new RegExp(
    `(\\d{1,2})(?:st|nd|rd|th)?[ \\t-]*${name}[ \\t,-]*(?:'?(\\d{1,9}))?`,
    'i',
  ).exec(text)
  if (dayFirst !== null) return withMonth(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = new RegExp(
    `\\b${name}[ \\t-]*(\\d{1,2})(?:st|nd|rd|th)?\\b[ \\t,-]*(?:'?(\\d{1,9}))?`,
    'i',
  ).exec(text)
  if (monthFirst !== null) return withMonth(monthFirst[3], monthFirst[1], monthFirst[2])
  const monthYear = new RegExp(`\\b${name}[ \\t,]*'?(\\d{3,})`, 'i').exec(text)
  if (monthYear !== null) return withMonth(monthYear[2], monthYear[1], '1')
  const parts = /(\d{1,9})([-/.])(\d{1,9})\2(\d{1,9})/.exec(text)
  if (parts === null) return null
  const [, first = '', , second, third = ''] = parts
  // a year at the end is told by its digits
  if (first.length <= 2 && third.length > 2) return { year: third, month: second, day: first }
  return { year: withCentury(first), month: second, day: third }
}

function ofDayInYear(year: number, day: number): Parts {
  const date = new Date(Date.UTC(year, 0, day))
  return { year: String(year), month: String(date.getUTCMonth() + 1), day: String(date.getUTCDate()) }
}

function withMonth(year: string | undefined, name = '', day: string | undefined): Parts | null {
  if (year === undefined) return null
  return { year: withCentury(year), month: String(months.indexOf(name.toLowerCase().slice(0, 3)) + 1), day }
}

function withCentury(year: string): string {
  if (year.length > 2) return year
  return String(Number(year) + (Number(year) >= 69 ? 1900 : 2000))
}

function clockOf(parts: Parts): ClockReading | null {
  const { year = '', month = '1', day = '1', hour = '0', minute = '0', second = '0' } = parts
  const clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
  }
  const isReal =
    clock.month >= 1 &&
    clock.month <= 12 &&
    clock.day >= 1 &&
    clock.day <= 31 &&
    clock.hour <= 24 &&
    clock.minute <= 59 &&
    clock.second <= 60
  return isReal ? clock : null
}

/** An offset or a zone's name in milliseconds; null for a name that Ruby does not know. */
function offsetOf(text: string): number | null {
  const numeric = /^([-+])(\d{1,2}):?(\d\d)?$/i.exec(text)
  if (numeric !== null) {
    const [, sign, hours, minutes = '0'] = numeric
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  }
  const hours = zones[text.toLowerCase()]
  return hours === undefined ? null : hours * 3_600_000
}
