import { dayNames, monthNames } from '#shared/front-matter/date-words'
import { datePartsAt, parseDate } from '#shared/front-matter/dates'
import { controlStrings } from '../strings/form-controls'

const withMinutes = 'YYYY-MM-DD HH:mm'

/**
 * What a date in a zone says on the calendar, `Thursday 31 May 2018`, and what that is for the writer where it is another day or time:
 * `1 June, 06:30 where you are`. Nothing for a date without a zone, which is what it says everywhere.
 */
export function dateHints(text: string, timeZone: string): readonly string[] {
  const date = parseDate(text.trim())
  if (date === null || !date.hasZone) return []
  const here = datePartsAt(new Date(date.dateISO), withMinutes, timeZone)
  const isSame = here.day === date.day && here.hour === date.hour && here.minute === date.minute
  const [, month, dayOfMonth] = here.day.split('-').map(Number)
  const dayHere = here.day === date.day ? '' : `${dayOfMonth} ${monthNames[(month ?? 1) - 1]}, `
  const written = dayInWords(date.day)
  if (isSame) return [written]
  const timeHere = `${twoDigits(here.hour)}:${twoDigits(here.minute)}`
  return [written, controlStrings.whereYouAre(`${dayHere}${timeHere}`)]
}

/** A day `YYYY-MM-DD` in words: `Thursday 31 May 2018`. */
export function dayInWords(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  const weekday = dayNames[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${dayOfMonth} ${monthNames[(month ?? 1) - 1]} ${year}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
