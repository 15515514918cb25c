import type { DateParts, ParsedDate } from './date-parts'
import { zoneOffsetsMinutes } from './date-words'

/** Minutes east of Greenwich of a zone as dates write it; null for one that is unknown or beyond ±14 hours. */
export function zoneOffsetMinutes(zone: string): number | null {
  const [, sign, hours, minutes] = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) {
    const word = zone.toUpperCase()
    return Object.hasOwn(zoneOffsetsMinutes, word) ? (zoneOffsetsMinutes[word] ?? null) : null
  }
  const sizeMinutes = Number(hours) * 60 + Number(minutes ?? 0)
  if (sizeMinutes > 14 * 60 || Number(minutes ?? 0) > 59) return null
  return sign === '-' ? -sizeMinutes : sizeMinutes
}

/**
 * The day, `YYYY-MM-DD`, on which a date falls in `timeZone`, an IANA name. A date without a time or a zone falls on the day that it
 * names, everywhere. Throws a `RangeError` for a zone that does not exist.
 */
export function localDay(date: ParsedDate, timeZone: string): string {
  const clock = clockIn(timeZone)
  return date.hasZone ? dayAndTime(clock, new Date(date.dateISO)).day : date.day
}

/**
 * The parts of `instant` as a new date of `fullPattern` has them: in the zone that the pattern names (`[Z]`, `[ EST]`), else in `timeZone`, an
 * IANA name, whose offset at that instant becomes the zone where the pattern has one. A fraction is zeros.
 */
export function datePartsAt(instant: Date, fullPattern: string, timeZone: string): DateParts {
  const named = /\[\s*([A-Za-z]{1,4})\]$/.exec(fullPattern)?.[1]
  const namedOffset = named === undefined ? null : zoneOffsetMinutes(named)
  const fraction = '0'.repeat(/S+/.exec(withoutFixed(fullPattern))?.[0].length ?? 0)
  if (named !== undefined && namedOffset !== null) {
    const shifted = new Date(instant.getTime() + namedOffset * 60_000)
    return { ...dayAndTime(clockIn('UTC'), shifted), fraction, zone: named }
  }
  const local = dayAndTime(clockIn(timeZone), instant)
  const hasZone = /z/i.test(withoutFixed(fullPattern))
  return { ...local, fraction, zone: hasZone ? offsetText(instant, local) : null }
}

/** Minutes as `+02:00`. */
export function offsetTextOf(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(size / 60))}:${twoDigits(size % 60)}`
}

type DayAndTime = Pick<DateParts, 'day' | 'hour' | 'minute' | 'second'>

function offsetText(instant: Date, { day, hour, minute, second }: DayAndTime): string {
  const localMs = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000
  return offsetTextOf(Math.round((localMs - instant.getTime()) / 60_000))
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const number = '2-digit'
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  })
}

function dayAndTime(clock: Intl.DateTimeFormat, instant: Date): DayAndTime {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const numberOf = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  return {
    day: `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
    hour: numberOf('hour'),
    minute: numberOf('minute'),
    second: numberOf('second'),
  }
}

function withoutFixed(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]/g, '')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
