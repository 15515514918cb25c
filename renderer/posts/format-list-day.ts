const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day `YYYY-MM-DD` as the list prints it: `31 May 2018`. */
export function formatListDay(day: string): string {
  return format.format(new Date(`${day}T00:00:00Z`))
}
