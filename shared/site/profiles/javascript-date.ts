import { offsetAt } from './zone-time'

const dayOnly = /^(?:[-+]\d{6}|\d{4})(?:-\d\d(?:-\d\d)?)?$/
const isoTime = /^(?:[-+]\d{6}|\d{4})(?:-\d\d(?:-\d\d)?)?T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/
const hasZone =
  /(?:\b(?:utc?|gmt|[ecmp][sd]t)\b|\dz\b|\bz\b|(?:\d\d?:\d\d(?::\d\d(?:\.\d+)?)?|\d\d?:\d\d\s*[ap]m|\D(?:19|20)\d\d(?=\s))\s*[-+]\s*\d)/i

/**
 * The instant that JavaScript's `new Date(text)` makes of a text in V8, with the machine in `zone`; null for an Invalid Date. A day alone
 * is UTC, all else without a zone of its own is the machine's (ECMA-262, Date Time String Format; V8's dateparser for other forms).
 */
export function javascriptInstant(text: string, zone: string): number | null {
  if (text.length > 200) return null
  if (dayOnly.test(text) || (hasZone.test(text) && !isoTime.test(text))) return parsed(text)
  const wall = (isoTime.test(text) ? parsed(`${text}Z`) : parsed(`${text} UTC`)) ?? wallHere(text)
  return wall === null ? null : localInstant(wall, zone)
}

/** The instant of a text that JavaScript reads as UTC or with its own zone; null for an Invalid Date. */
function parsed(text: string): number | null {
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}

/** The clock that a text shows, as if it were UTC's, read in the zone of this process. */
function wallHere(text: string): number | null {
  const instant = parsed(text)
  return instant === null ? null : instant - new Date(instant).getTimezoneOffset() * 60_000
}

// Of an hour that comes twice JavaScript takes the first, and one that is left out it counts on from the offset before it.
function localInstant(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - 86_400_000, zone)
  if (offsetAt(before, zone) === wall - before) return before
  const after = wall - offsetAt(wall + 86_400_000, zone)
  return offsetAt(after, zone) === wall - after ? after : before
}
