const day = String.raw`(?:([+-]\d{6}|\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?|(\d{4})-?W(\d\d)(?:-?(\d))?|(\d{4})-?(\d{3}))`
const time = String.raw`(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,30}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?`
const form = new RegExp(`^${day}(?:T${time})?$`)

/**
 * The instant that Luxon's `DateTime.fromISO` makes of a text with UTC for one without a zone, as Eleventy asks it; null for what it
 * refuses.
 */
export function isoInstant(text: string): number | null {
  const parts = form.exec(text.trim())
  if (parts === null) return null
  const start = startOfDay(parts)
  const [hour, minute, second] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0), Number(parts[11] ?? 0)]
  const isMidnight = hour === 24 && minute === 0 && second === 0
  if (start === null || (hour > 23 && !isMidnight) || minute > 59 || second > 59) return null
  const milliseconds = Math.floor(Number(`0.${parts[12] ?? 0}`) * 1000)
  const wall = start + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  return wall - offsetOf(parts[13])
}

function startOfDay(parts: RegExpExecArray): number | null {
  const [, year, month = '01', date = '01', weekYear, week, weekday = '1', ordinalYear, ordinal] = parts
  if (weekYear !== undefined) {
    if (Number(week) < 1 || Number(week) > 53 || Number(weekday) < 1 || Number(weekday) > 7) return null
    const fourth = new Date(Date.UTC(Number(weekYear), 0, 4))
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000
    return monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * 86_400_000
  }
  if (ordinalYear !== undefined) {
    const first = Date.UTC(Number(ordinalYear), 0, 1)
    const isInYear = Number(ordinal) >= 1 && Number(ordinal) <= 366
    return isInYear ? first + (Number(ordinal) - 1) * 86_400_000 : null
  }
  const start = new Date(0)
  start.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  return start.getUTCMonth() === Number(month) - 1 && start.getUTCDate() === Number(date)
    ? start.getTime()
    : null
}

/** Milliseconds ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? []
  if (hours === undefined) return 0
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
}
