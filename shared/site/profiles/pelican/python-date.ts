import { monthNames } from '../../../front-matter/date-words'
import { type ClockReading, instantInZone, utcInstant } from '../zone-time'

/** A date as Pelican has it: the instant, and the clock that its page prints, in the date's own zone. */
export type PelicanDate = { readonly instant: number; readonly clock: ClockReading }

const month = monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
const dayOfMonth = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const clockForm =
  '(?:(?:t|,?\\s+(?:at\\s+)?)(?<hour>\\d{1,2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?(?:\\s*(?<half>[ap])\\.?m\\.?)?(?:\\s*(?<zone>z|utc|gmt|[a-z]{3,5}|[+-]\\d{1,2}:?(?:\\d{2})?))?)?'

const forms: readonly RegExp[] = [
  `(?<year>\\d{4})(?<s>[-/.])(?<month>\\d{1,2})\\k<s>(?<day>\\d{1,2})`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})`,
  `(?<first>\\d{1,2})(?<s>[-/.])(?<other>\\d{1,2})\\k<s>(?<year>\\d{4}|\\d{2})`,
  `${weekday}(?<name>${month})\\.?\\s+${dayOfMonth},?\\s+(?<year>\\d{4})`,
  `${weekday}${dayOfMonth}[\\s-]+(?:of\\s+)?(?<name>${month})\\.?,?[\\s-]+(?<year>\\d{4})`,
  `(?<year>\\d{4})[\\s-]+(?<name>${month})\\.?[\\s-]+${dayOfMonth}`,
].map((form) => new RegExp(`^${form}${clockForm}$`, 'i'))

const maxLength = 100

/**
 * A date as `dateutil.parser.parse` reads it, which Pelican uses: the month before the day where both could be, an unknown zone's name
 * ignored, without a zone in the site's. null for what it refuses, and for what would take its missing parts from today.
 */
export function pelicanDate(written: string, zone: string): PelicanDate | null {
  const text = written.replace(/ +/g, ' ').trim()
  if (text.length > maxLength) return null
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts === undefined) continue
    const clock = clockOf(parts)
    if (clock === null) return null
    const offset = offsetOf(parts.zone)
    const instant = offset === null ? instantInZone(clock, zone) : utcInstant(clock) - offset
    return { instant, clock }
  }
  return null
}

type Parts = Readonly<Record<string, string | undefined>>

function clockOf(parts: Parts): ClockReading | null {
  const half = parts.half?.toLowerCase()
  const written = Number(parts.hour ?? 0)
  if (half !== undefined && (written < 1 || written > 12)) return null
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  const { month, day } = monthAndDay(parts)
  const clock: ClockReading = {
    year: yearOf(parts.year ?? ''),
    month,
    day,
    hour,
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
    millisecond: Math.floor(Number(`0.${parts.fraction ?? 0}`) * 1000),
  }
  const back = new Date(utcInstant(clock))
  const isReal =
    back.getUTCFullYear() === clock.year && back.getUTCMonth() + 1 === month && back.getUTCDate() === day
  return isReal && clock.year > 0 && hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : null
}

function monthAndDay(parts: Parts): { readonly month: number; readonly day: number } {
  if (parts.name !== undefined) {
    const short = parts.name.toLowerCase().slice(0, 3)
    const month = monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === short) + 1
    return { month, day: Number(parts.day) }
  }
  if (parts.first === undefined) return { month: Number(parts.month), day: Number(parts.day) }
  const [first, other] = [Number(parts.first), Number(parts.other)]
  return first > 12 ? { month: other, day: first } : { month: first, day: other }
}

/** Two digits mean the year nearest to today, at most fifty years off. */
function yearOf(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  const now = new Date().getUTCFullYear()
  const guess = year + Math.floor(now / 100) * 100
  if (guess >= now + 50) return guess - 100
  return guess < now - 50 ? guess + 100 : guess
}

/** Milliseconds ahead of UTC; null where the zone is not said or not known, which counts as not said. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (hours === undefined) return null
  return (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1)
}
