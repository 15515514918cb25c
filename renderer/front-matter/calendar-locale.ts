/**
 * The locale of a calendar: English words, as all of Galley, with the customs of the writer's own region, such as the first day of the
 * week. `language` is the browser's; one that it does not know counts as the United States'.
 */
export function calendarLocale(language: string): string {
  try {
    return `en-${new Intl.Locale(language).maximize().region ?? 'US'}`
  } catch (error) {
    if (error instanceof RangeError) return 'en-US'
    throw error
  }
}
