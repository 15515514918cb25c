import { fromAbsolute } from '@internationalized/date'

/** A reading of a clock on the wall, without a zone; `month` counts from 1. */
export type ClockReading = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Whether `name` is a zone that can be reckoned with; the machine's own plays no part. */
export function isTimeZone(name: string): boolean {
  if (isUtc(name)) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, both in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  return isUtc(zone) ? 0 : fromAbsolute(instant, zone).offset
}

/** What the zone's clocks show at an instant (milliseconds since 1970). */
export function clockAt(instant: number, zone: string): ClockReading {
  return clockWithOffset(instant, offsetAt(instant, zone))
}

/** What a clock shows that is `offset` milliseconds ahead of UTC. */
export function clockWithOffset(instant: number, offset: number): ClockReading {
  const date = new Date(instant + offset)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}

/** The instant at which UTC's clock shows `clock`; parts beyond their range carry over. */
export function utcInstant(clock: ClockReading): number {
  const date = new Date(0)
  date.setUTCFullYear(clock.year, clock.month - 1, clock.day)
  date.setUTCHours(clock.hour, clock.minute, clock.second, clock.millisecond)
  return date.getTime()
}

/**
 * The instant at which the zone's clocks show `clock`. An hour that clocks leave out counts on from the one before it, and of one that
 * comes twice the second is meant: so does Ruby's `Time.local`.
 */
export function instantInZone(clock: ClockReading, zone: string): number {
  const wall = utcInstant(clock)
  if (isUtc(zone)) return wall
  const after = wall - offsetAt(wall + 86_400_000, zone)
  return offsetAt(after, zone) === wall - after ? after : wall - offsetAt(wall - 86_400_000, zone)
}

/** `YYYY-MM-DD` of a clock. */
export function dayOf(clock: ClockReading): string {
  return `${padded(clock.year, 4)}-${padded(clock.month)}-${padded(clock.day)}`
}

/** `YYYY-MM-DDTHH:MM:SSZ`, whole seconds as generators print them; null for what no calendar has. */
export function isoOf(instant: number): string | null {
  const date = new Date(Math.floor(instant / 1000) * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z')
}

/** `+HH:MM`, or `Z` for UTC where `utc` says so. */
export function offsetText(offset: number, utc: '+00:00' | 'Z' = '+00:00'): string {
  if (offset === 0) return utc
  const minutes = Math.abs(Math.round(offset / 60_000))
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`
}

/** RFC 3339 in the zone, such as `2024-05-01T12:00:00+02:00`: read alike by every generator that heeds offsets. */
export function writtenInZone(instant: number, zone: string, utc: '+00:00' | 'Z' = '+00:00'): string {
  const clock = clockAt(instant, zone)
  const time = [clock.hour, clock.minute, clock.second].map((part) => padded(part)).join(':')
  return `${dayOf(clock)}T${time}${offsetText(offsetAt(instant, zone), utc)}`
}

/** The day's number in its year, from 1. */
export function dayOfYear(clock: ClockReading): number {
  return Math.floor((utcInstant(clock) - utcInstant({ ...clock, month: 1, day: 1 })) / 86_400_000 + 0.5) + 1
}

/** The weekday, Sunday 0 to Saturday 6. */
export function weekdayOf(clock: ClockReading): number {
  return new Date(utcInstant(clock)).getUTCDay()
}

/** A number with leading zeros. */
export function padded(value: number, digits = 2): string {
  return String(value).padStart(digits, '0')
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT'
}
