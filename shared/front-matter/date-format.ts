import type { DateParts } from './date-parts'
import { dayNames, monthNames } from './date-words'
import { offsetTextOf, zoneOffsetMinutes } from './date-zones'

/** `YYYY-MM-DD` for a day that the calendar has, null for any other. */
export function dayOf(year: number, month: number, date: number): string | null {
  const day = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null
}

/**
 * Writes a day and time in a `pattern` or `fullPattern` that `parseDate` gave. Parts for which the pattern has no place are left out; a
 * pattern with a zone gets `+00:00` where the parts have none. Throws a `RangeError` for what is no day or no time.
 */
export function formatDate(parts: DateParts, pattern: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(parts.day) ?? []
  if (dayOf(Number(year), Number(month), Number(date)) === null)
    throw new RangeError(`${parts.day} is no day`)
  const time = timeTokens(parts)
  const values: Readonly<Record<string, string>> = {
    ...dayTokens(parts.day, Number(year), Number(month), Number(date)),
    ...time,
  }
  return pattern.replace(
    /\[([^\]]*)\]|YYYY|M{1,4}|Do|D{1,2}|d{3,4}|H{1,2}|h{1,2}|mm|ss|S+|A{1,2}|a{1,2}|Z{1,2}|z/g,
    (token, fixed: string | undefined) => {
      if (fixed !== undefined) return fixed
      if (token.startsWith('S')) return parts.fraction.padEnd(token.length, '0').slice(0, token.length)
      return values[token] ?? token
    },
  )
}

/** Writes `day` (`YYYY-MM-DD`) in a `pattern` that `parseDate` gave; a time that is no fixed part of it is midnight UTC. See `formatDate`. */
export function formatDay(day: string, pattern: string): string {
  return formatDate({ day, hour: 0, minute: 0, second: 0, fraction: '', zone: null }, pattern)
}

function dayTokens(day: string, year: number, month: number, date: number): Readonly<Record<string, string>> {
  const monthName = monthNames[month - 1] ?? ''
  const dayName = dayNames[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return {
    YYYY: String(year).padStart(4, '0'),
    MMMM: monthName,
    MMM: monthName.slice(0, 3),
    MM: twoDigits(month),
    M: String(month),
    DD: twoDigits(date),
    Do: withOrdinal(date),
    D: String(date),
    dddd: dayName,
    ddd: dayName.slice(0, 3),
  }
}

function timeTokens({ hour, minute, second, zone }: DateParts): Readonly<Record<string, string>> {
  if (!isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59))
    throw new RangeError(`${hour}:${minute}:${second} is no time`)
  const half = hour < 12 ? 'am' : 'pm'
  const [sign, hours, minutes] = offsetParts(zone)
  return {
    H: String(hour),
    HH: twoDigits(hour),
    h: String(hour % 12 || 12),
    hh: twoDigits(hour % 12 || 12),
    mm: twoDigits(minute),
    ss: twoDigits(second),
    a: half,
    aa: `${half[0]}.m.`,
    A: half.toUpperCase(),
    AA: `${half[0]}.m.`.toUpperCase(),
    Z: `${sign}${hours}:${minutes}`,
    ZZ: `${sign}${hours}${minutes}`,
    z: `${sign}${hours}`,
  }
}

/** Sign, hours and minutes; the sign of a written `-00:00` stays. */
function offsetParts(zone: string | null): readonly [sign: string, hours: string, minutes: string] {
  const written = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '')
  const [, sign = '+', hours = '0', minutes = '00'] =
    written ?? /^(.)(..):(..)$/.exec(offsetTextOf(zoneOffsetMinutes(zone ?? 'Z') ?? 0)) ?? []
  return [sign, hours.padStart(2, '0'), minutes]
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most
}

function withOrdinal(date: number): string {
  const isTeen = date > 10 && date < 14
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th')
  return `${date}${ending}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
