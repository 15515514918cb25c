import { type ClockReading, offsetAt, utcInstant } from '../zone-time'

/** An instant with the offset of the clock that it is printed by, both in milliseconds. */
export type GoTime = { readonly instant: number; readonly offset: number }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const longWeekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const day = '(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)'
const time = '(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,]\\d{1,9})?'
const named = `(?<name>[a-z]{3})`
const colonOffset = '(?<offset>[-+]\\d\\d:\\d\\d)'
const plainOffset = '(?<offset>[-+]\\d{4})'
const zoneName = '(?:[A-Z]{3,4}|[A-Z]{3}[-+]\\d{1,2}|[-+]\\d\\d)'
const short = weekdays.join('|')
const long = longWeekdays.join('|')

// The formats that Hugo tries (spf13/cast, StringToDateInDefaultLocation), in that order; without an offset the site's zone counts.
const formats: readonly RegExp[] = [
  day,
  `${day}T${time}(?:${colonOffset}|(?<utc>Z))`,
  `${day}T${time}`,
  `(?:${short}), (?<day>\\d\\d) ${named} (?<year>\\d{4}) ${time} ${plainOffset}`,
  `(?:${short}), (?<day>\\d\\d) ${named} (?<year>\\d{4}) ${time} ${zoneName}`,
  `(?<day>\\d\\d) ${named} (?<short>\\d\\d) (?<hour>\\d{1,2}):(?<minute>\\d\\d) ${plainOffset}`,
  `(?<day>\\d\\d) ${named} (?<short>\\d\\d) (?<hour>\\d{1,2}):(?<minute>\\d\\d) ${zoneName}`,
  `(?:${long}), (?<day>\\d\\d)-${named}-(?<short>\\d\\d) ${time} ${zoneName}`,
  `${day} ${time} ${plainOffset} ${zoneName}`,
  `${day}T${time}${plainOffset}`,
  `${day} ${time}(?:${plainOffset}|(?<utc>Z))`,
  `${day} ${time}`,
  `(?:${short}) ${named} (?<day> ?\\d|\\d\\d) ${time} (?<year>\\d{4})`,
  `(?:${short}) ${named} (?<day> ?\\d|\\d\\d) ${time} ${zoneName} (?<year>\\d{4})`,
  `(?:${short}) ${named} (?<day>\\d\\d) ${time} ${plainOffset} (?<year>\\d{4})`,
  `${day} ${time}(?:${colonOffset}|(?<utc>Z))`,
  `(?<day>\\d\\d) ${named} (?<year>\\d{4})`,
  `${day} ${time} ${colonOffset}`,
  `${day} ${time} ${plainOffset}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'))

/** The date that Hugo reads from a text, in `zone` where none is written; null for what it takes as no date, silently. */
export function hugoTime(text: string, zone: string): GoTime | null {
  if (text.length > 64) return null
  for (const format of formats) {
    const parts = format.exec(text)?.groups
    if (parts === undefined) continue
    const clock = clockOf(parts)
    if (clock === null) continue
    if (parts.utc !== undefined) return { instant: utcInstant(clock), offset: 0 }
    if (parts.offset === undefined) return inZone(clock, zone)
    const offset = offsetOf(parts.offset)
    return { instant: utcInstant(clock) - offset, offset }
  }
  return null
}

/** Seconds since 1970, which Hugo prints by the machine's clock. */
export function unixTime(seconds: number, machineZone: string): GoTime | null {
  const instant = seconds * 1000
  if (!Number.isSafeInteger(instant) || Math.abs(instant) > 8.64e15) return null
  return { instant, offset: offsetAt(instant, machineZone) }
}

/** Go's `time.Date`: the offset before a change of clocks counts for an hour that is left out, and the first for one that comes twice. */
function inZone(clock: ClockReading, zone: string): GoTime {
  const wall = utcInstant(clock)
  const first = offsetAt(wall, zone)
  const instant = wall - first
  const offset = offsetAt(instant, zone)
  return offset === first
    ? { instant, offset }
    : { instant: wall - offset, offset: offsetAt(wall - offset, zone) }
}

function clockOf(parts: Readonly<Record<string, string | undefined>>): ClockReading | null {
  const year = parts.short === undefined ? Number(parts.year) : fullYear(Number(parts.short))
  const month = parts.name === undefined ? Number(parts.month) : months.indexOf(parts.name.toLowerCase()) + 1
  const clock = {
    year,
    month,
    day: Number(parts.day),
    hour: Number(parts.hour ?? 0),
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
    millisecond: 0,
  }
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  const isReal =
    month >= 1 &&
    month <= 12 &&
    clock.day >= 1 &&
    clock.day <= lastDay &&
    clock.hour < 24 &&
    clock.minute < 60
  return isReal && clock.second < 60 ? clock : null
}

function fullYear(short: number): number {
  return short >= 69 ? 1900 + short : 2000 + short
}

function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /^([-+])(\d\d):?(\d\d)$/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
