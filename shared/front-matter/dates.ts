import { dayNames, monthNames, zoneOffsetsMinutes } from './date-words'

/** A date as front matter writes it. */
export type ParsedDate = {
  /** The written day, `YYYY-MM-DD`; a zone does not shift it. */
  readonly day: string
  /** The instant; a date without a zone counts as UTC, one without a time as midnight. */
  readonly dateISO: string
  /**
   * How it is written: `YYYY`, `M`/`MM`/`MMM`/`MMMM` (number or English word), `D`/`DD`/`Do` and `ddd`/`dddd` stand for
   * the day's parts, everything in brackets for itself. The time and the zone are such a fixed part.
   */
  readonly pattern: string
}

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?`
const zone = String.raw`(?<zone>[Zz]|[-+]\d{1,2}(?::?\d{2})?|[A-Z]{2,4})`
const clock = String.raw`(?<clock>(?:[Tt]|,?\s+(?:at\s+)?)${time}(?:\s*${zone})?)?`
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

type Parts = Readonly<Record<string, string | undefined>>

/** Reads a date in any of the forms that blogs use, English months only; null for anything else, also for 30 February. */
export function parseDate(text: string): ParsedDate | null {
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts === undefined || parts.s1?.trim() !== (parts.s2 ?? '').replace(',', '').trim()) continue
    const month = monthNumber(parts.month ?? '')
    const day = dayOf(Number(parts.year), month, Number(parts.date))
    const timeMs = timeOf(parts)
    if (day === null || timeMs === null || !isWeekday(parts.weekday)) return null
    const dateISO = new Date(Date.parse(`${day}T00:00:00Z`) + timeMs).toISOString()
    return { day, dateISO, pattern: patternOf(text, parts) }
  }
  return null
}

/** Writes `day` (`YYYY-MM-DD`) in a pattern that `parseDate` gave. Throws a `RangeError` for what is no day. */
export function formatDay(day: string, pattern: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (dayOf(Number(year), Number(month), Number(date)) === null) throw new RangeError(`${day} is no day`)
  const monthName = monthNames[Number(month) - 1] ?? ''
  const dayName = dayNames[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  const values: Readonly<Record<string, string>> = {
    YYYY: year ?? '',
    MMMM: monthName,
    MMM: monthName.slice(0, 3),
    MM: month ?? '',
    M: String(Number(month)),
    DD: date ?? '',
    Do: withOrdinal(Number(date)),
    D: String(Number(date)),
    dddd: dayName,
    ddd: dayName.slice(0, 3),
  }
  return pattern.replace(
    /\[([^\]]*)\]|YYYY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd/g,
    (token, fixed: string | undefined) => fixed ?? values[token] ?? token,
  )
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

function dayOf(year: number, month: number, date: number): string | null {
  const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null
}

/** Milliseconds from midnight UTC of the written day to the written time. */
function timeOf(parts: Parts): number | null {
  if (parts.clock === undefined) return 0
  const half = parts.half?.toLowerCase()
  const written = Number(parts.hour)
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  const [minute, second] = [Number(parts.minute), Number(parts.second ?? 0)]
  const offsetMinutes = zoneOffsetMinutes(parts.zone)
  if (hour > 23 || minute > 59 || second > 59 || offsetMinutes === null) return null
  if (half !== undefined && (written < 1 || written > 12)) return null
  const milliseconds = Math.floor(Number(`0.${parts.fraction ?? 0}`) * 1000)
  return ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + milliseconds
}

function zoneOffsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return 0
  const [, sign, hours, minutes] = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return zoneOffsetsMinutes[zone.toUpperCase()] ?? null
  const size = Number(hours) * 60 + Number(minutes ?? 0)
  return size > 14 * 60 || Number(minutes ?? 0) > 59 ? null : sign === '-' ? -size : size
}

/** The tokens of the parts in the order in which `text` has them; the time with its zone stays in brackets. */
function patternOf(text: string, parts: Parts): string {
  const [s1, s2] = [parts.s1 ?? '', parts.s2 ?? '']
  const weekday = weekdayToken(parts)
  const day = /^\d{4}/.test(text)
    ? `YYYY${s1}${monthToken(parts)}${s2}${dateToken(parts)}`
    : /^\d/.test(text.slice(weekday.writtenLength))
      ? `${dateToken(parts)}${s1}${monthToken(parts)}${s2}YYYY`
      : `${monthToken(parts)}${s1}${dateToken(parts)}${s2}YYYY`
  return `${weekday.token}${day}${fixed(parts.clock)}`
}

function weekdayToken(parts: Parts): { readonly token: string; readonly writtenLength: number } {
  const word = parts.weekday
  if (word === undefined) return { token: '', writtenLength: 0 }
  const after = parts.afterWeekday ?? ''
  return { token: `${word.length > 3 ? 'dddd' : 'ddd'}${after}`, writtenLength: word.length + after.length }
}

function monthToken(parts: Parts): string {
  const written = parts.month ?? ''
  if (/^\d/.test(written)) return isPadded(written, parts.date) ? 'MM' : 'M'
  const word = written.toLowerCase()
  const dot = parts.dot ?? ''
  // `May` is its own short form: without a dot it counts as the long one, which blogs prefer
  const isLong = word === 'may' ? dot === '' : word.length > 3 && word !== 'sept'
  return `${isLong ? 'MMMM' : 'MMM'}${dot}`
}

function dateToken(parts: Parts): string {
  const written = parts.date ?? ''
  if (parts.ordinal !== undefined) return 'Do'
  const isInWords = /^[A-Za-z]/.test(parts.month ?? '')
  return (isInWords ? written.startsWith('0') : isPadded(written, parts.month)) ? 'DD' : 'D'
}

/** Whether a number is always written with two digits; `12` alone does not tell, so its neighbour decides. */
function isPadded(written: string, neighbour: string | undefined): boolean {
  return written.startsWith('0') || (written.length === 2 && neighbour?.length === 2)
}

function fixed(written: string | undefined): string {
  return written === undefined ? '' : `[${written}]`
}

function withOrdinal(date: number): string {
  const isTeen = date > 10 && date < 14
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th')
  return `${date}${ending}`
}
