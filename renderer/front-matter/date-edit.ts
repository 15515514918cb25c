import { type DateParts, datePartsAt, formatDate, formatDay, parseDate } from '#shared/front-matter/dates'

/** A time of day; no seconds where the file has none. */
export type TimeOfDay = { readonly hour: number; readonly minute: number; readonly second: number }

/** What a calendar shows for a date as the file has it. */
export type ShownDate = {
  /** `YYYY-MM-DD`, null where the text is no date. */
  readonly day: string | null
  /** null: the date has none yet. */
  readonly time: TimeOfDay | null
  /** A time can be chosen: this date has one, or the other posts' dates do. */
  readonly mayHaveTime: boolean
  readonly hasSeconds: boolean
  /** Hours are written as 1…12 with a half of the day. */
  readonly countsTo12: boolean
  /** As written. */
  readonly zone: string | null
}

const usualPattern = 'YYYY-MM-DD'

/** A date's text taken apart; `habit` is the pattern of the other posts' dates. */
export function shownDate(text: string, habit: string | null): ShownDate {
  const date = parseDate(text.trim())
  const hasOwnTime = date !== null && date.precision !== 'day'
  const pattern = withoutFixed((hasOwnTime ? date.fullPattern : habit) ?? '')
  return {
    day: date?.day ?? null,
    time: hasOwnTime ? { hour: date.hour, minute: date.minute, second: date.second } : null,
    mayHaveTime: hasTime(pattern),
    hasSeconds: pattern.includes('ss'),
    countsTo12: pattern.includes('h'),
    zone: date?.zone ?? null,
  }
}

/**
 * The text with another day, all else as it was; a new date is written as the other posts write theirs, with the time that it is `now`
 * in `timeZone` where they have one, and as `YYYY-MM-DD` without a habit.
 */
export function withDay(
  text: string,
  day: string,
  habit: string | null,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string {
  const date = parseDate(text.trim())
  if (date !== null) {
    return habit !== null && isWrittenIn(habit, text)
      ? formatDate({ ...date, day }, habit)
      : formatDay(day, date.pattern)
  }
  const pattern = habit ?? usualPattern
  const { hour, minute, second } = datePartsAt(now, pattern, timeZone)
  return formatDate(partsOn(day, { hour, minute, second }, pattern, timeZone), pattern)
}

/**
 * The text with another time, day, zone and precision as they were. A date without a time gets it as the other posts write theirs, in
 * `timeZone`; one that is none, or whose posts have no times, stays.
 */
export function withTime(text: string, time: TimeOfDay, habit: string | null, timeZone: string): string {
  const date = parseDate(text.trim())
  if (date === null) return text
  if (date.precision !== 'day') {
    return formatDate(
      { ...date, ...time },
      habit !== null && isWrittenIn(habit, text) ? habit : date.fullPattern,
    )
  }
  return habit !== null && hasTime(habit) ? formatDate(partsOn(date.day, time, habit, timeZone), habit) : text
}

/** The parts of a day and time that are meant in the pattern's own zone, else in `timeZone` with the offset that it has then. */
function partsOn(day: string, time: TimeOfDay, pattern: string, timeZone: string): DateParts {
  const about = new Date(Date.parse(`${day}T00:00:00Z`) + (time.hour * 60 + time.minute) * 60_000)
  return { ...datePartsAt(about, pattern, timeZone), day, ...time }
}

/** Whether a date is in the other posts' form; some dates alone do not tell theirs, such as `May 12`. */
function isWrittenIn(habit: string, text: string): boolean {
  const date = parseDate(text.trim())
  return date !== null && formatDate(date, habit) === text.trim()
}

function hasTime(pattern: string): boolean {
  return /H|h/.test(withoutFixed(pattern))
}

function withoutFixed(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]/g, '')
}
