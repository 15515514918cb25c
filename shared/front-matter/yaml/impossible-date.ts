/** A timestamp of YAML 1.1, which most generators' parsers read: https://yaml.org/type/timestamp.html */
const timestamp =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::?(\d\d))?))?)?$/

/**
 * Whether `source` without quotes looks like a date to parsers, but no calendar or clock has it: some then refuse the whole file, others
 * take another day for it.
 */
export function isImpossibleDate(source: string): boolean {
  const match = timestamp.exec(source)
  if (match === null) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const isOfCalendar = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  const isOfClock = hour < 24 && minute < 60 && second < 60
  return !(isOfCalendar && isOfClock && zoneHour < 24 && zoneMinute < 60)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
