/**
 * Dates as front matter writes them. A form edits them so:
 *
 *     const date = parseDate('2018-05-31 9:05 PM -0800')   // {day, hour: 21, minute: 5, zone: '-0800', precision: 'minute', …}
 *     formatDay('2019-06-07', date.pattern)                // another day, all else as it was
 *     formatDate({ ...date, hour: 8 }, date.fullPattern)   // another time, the zone and the form as they were
 *     localDay(date, 'Europe/Berlin')                      // the day on which it falls there
 *     formatDate(datePartsAt(new Date(), habit, zone), habit)  // a new date as the other posts write theirs
 */
import { dayOf } from './date-format'
import type { DatePrecision, ParsedDate } from './date-parts'
import { clockPatternOf, dayPatternOf, fixed, type WrittenParts } from './date-pattern'
import { dayNames, monthNames } from './date-words'
import { zoneOffsetMinutes } from './date-zones'

export { formatDate, formatDay } from './date-format'
export type { DateParts, DatePrecision, ParsedDate } from './date-parts'
export { datePartsAt, localDay } from './date-zones'

const half = String.raw`(?:(?<beforeHalf>\s?)(?<half>[AP]M|[ap]m|[AP]\.M\.|[ap]\.m\.))?`
const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:(?<point>[.,])(?<fraction>\d{1,9}))?)?${half}`
const zone = String.raw`(?:(?<beforeZone>\s*)(?<zone>[Zz]|[-+]\d{1,2}(?::?\d{2})?|[A-Z]{2,4}))?`
const clock = String.raw`(?<clock>(?<lead>[Tt]|,?\s+(?:at\s+)?)${time}${zone})?`
const month = String.raw`(?<month>[A-Za-z]{3,9})(?<dot>\.?)`
const weekday = String.raw`(?:(?<weekday>[A-Za-z]{3,9})(?<afterWeekday>,?\s+))?`
const ordinal = '(?<ordinal>st|nd|rd|th)?'

const forms: readonly RegExp[] = [
  // 2018-05-31, 2018/5/31, 2018.05.31, with or without a time and a zone
  new RegExp(String.raw`^(?<year>\d{4})(?<s1>[-/.])(?<month>\d{1,2})(?<s2>[-/.])(?<date>\d{1,2})${clock}$`),
  // May 31, 2018
  new RegExp(
    `^${weekday}${month}(?<s1>\\s+)(?<date>\\d{1,2})${ordinal}(?<s2>,?\\s+)(?<year>\\d{4})${clock}$`,
  ),
  // 31 May 2018, and RFC 2822's Thu, 31 May 2018 12:00:00 +0000
  new RegExp(
    `^${weekday}(?<date>\\d{1,2})${ordinal}(?<s1>[\\s-]+)${month}(?<s2>,?[\\s-]+)(?<year>\\d{4})${clock}$`,
  ),
  // 31.05.2018; with slashes nobody can tell the day from the month
  new RegExp(String.raw`^(?<date>\d{1,2})(?<s1>\.)(?<month>\d{1,2})(?<s2>\.)(?<year>\d{4})${clock}$`),
]

// the longest form is some 60 characters; a whole paragraph need not be matched
const maxLength = 100

/** Reads a date in any of the forms that blogs use, English months only; null for anything else, also for 30 February. */
export function parseDate(text: string): ParsedDate | null {
  if (text.length > maxLength) return null
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts === undefined || parts.s1?.trim() !== (parts.s2 ?? '').replace(',', '').trim()) continue
    const day = dayOf(Number(parts.year), monthNumber(parts.month ?? ''), Number(parts.date))
    const time = timeOf(parts)
    if (day === null || time === null || !isWeekday(parts.weekday)) return null
    const { timeMs, ...written } = time
    const dayPattern = dayPatternOf(text, parts)
    return {
      day,
      ...written,
      dateISO: new Date(Date.parse(`${day}T00:00:00Z`) + timeMs).toISOString(),
      precision: precisionOf(parts),
      hasZone: written.zone !== null,
      pattern: `${dayPattern}${fixed(parts.clock)}`,
      fullPattern: `${dayPattern}${clockPatternOf(parts)}`,
    }
  }
  return null
}

function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month)
  const word = month.toLowerCase()
  if (word === 'sept') return 9
  return monthNames.findIndex((name) => isNameOrShort(word, name)) + 1
}

function isWeekday(word: string | undefined): boolean {
  return word === undefined || dayNames.some((name) => isNameOrShort(word.toLowerCase(), name))
}

function isNameOrShort(word: string, name: string): boolean {
  return word === name.toLowerCase() || word === name.slice(0, 3).toLowerCase()
}

function precisionOf(parts: WrittenParts): DatePrecision {
  if (parts.fraction !== undefined) return 'fraction'
  if (parts.second !== undefined) return 'second'
  return parts.clock === undefined ? 'day' : 'minute'
}

type WrittenTime = Pick<ParsedDate, 'hour' | 'minute' | 'second' | 'fraction' | 'zone'> & {
  /** From midnight UTC of the written day. */
  readonly timeMs: number
}

function timeOf(parts: WrittenParts): WrittenTime | null {
  const written = Number(parts.hour ?? 0)
  const isAfternoon = parts.half?.toLowerCase().startsWith('p')
  const hour = isAfternoon === undefined ? written : (written % 12) + (isAfternoon ? 12 : 0)
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)]
  const { fraction = '', zone = null } = parts
  const offsetMinutes = zone === null ? 0 : zoneOffsetMinutes(zone)
  if (hour > 23 || minute > 59 || second > 59 || offsetMinutes === null) return null
  if (isAfternoon !== undefined && (written < 1 || written > 12)) return null
  const milliseconds = Math.floor(Number(`0.${fraction || 0}`) * 1000)
  const timeMs = ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + milliseconds
  return { hour, minute, second, fraction, zone, timeMs }
}
