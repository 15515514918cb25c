/** What the regular expressions of `parseDate` found, by group. */
export type WrittenParts = Readonly<Record<string, string | undefined>>

/** The tokens of a date's day in the order in which `text` has them, with what stands between them. See `ParsedDate.pattern`. */
export function dayPatternOf(text: string, parts: WrittenParts): string {
  const [s1, s2] = [parts.s1 ?? '', parts.s2 ?? '']
  const weekday = weekdayToken(parts)
  const day = /^\d{4}/.test(text)
    ? `YYYY${s1}${monthToken(parts)}${s2}${dateToken(parts)}`
    : /^\d/.test(text.slice(weekday.writtenLength))
      ? `${dateToken(parts)}${s1}${monthToken(parts)}${s2}YYYY`
      : `${monthToken(parts)}${s1}${dateToken(parts)}${s2}YYYY`
  return `${weekday.token}${day}`
}

/** The tokens of a time and its zone, empty for none. See `ParsedDate.fullPattern`. */
export function clockPatternOf(parts: WrittenParts): string {
  if (parts.clock === undefined) return ''
  const second = parts.second === undefined ? '' : ':ss'
  const fraction = parts.fraction === undefined ? '' : `${parts.point}${'S'.repeat(parts.fraction.length)}`
  const half = parts.half === undefined ? '' : `${fixed(parts.beforeHalf)}${halfToken(parts.half)}`
  const zone = parts.zone === undefined ? '' : `${fixed(parts.beforeZone)}${zoneToken(parts.zone)}`
  // a blank before a zone in words goes into its brackets
  return `${fixed(parts.lead)}${hourToken(parts)}:mm${second}${fraction}${half}${zone.replace('][', '')}`
}

/** A text that stands for itself in a pattern. */
export function fixed(written: string | undefined): string {
  return written === undefined || written === '' ? '' : `[${written}]`
}

function hourToken({ hour = '', half }: WrittenParts): string {
  if (half === undefined) return hour.length === 2 ? 'HH' : 'H'
  // `12` alone does not tell; most write no zero in front of an hour up to 12
  return hour.startsWith('0') ? 'hh' : 'h'
}

function halfToken(half: string): string {
  const token = half.includes('.') ? 'aa' : 'a'
  return /[AP]/.test(half) ? token.toUpperCase() : token
}

function zoneToken(zone: string): string {
  if (/^[-+]\d{2}:\d{2}$/.test(zone)) return 'Z'
  if (/^[-+]\d{4}$/.test(zone)) return 'ZZ'
  return /^[-+]\d{2}$/.test(zone) ? 'z' : fixed(zone)
}

function weekdayToken(parts: WrittenParts): { readonly token: string; readonly writtenLength: number } {
  const word = parts.weekday
  if (word === undefined) return { token: '', writtenLength: 0 }
  const after = parts.afterWeekday ?? ''
  return { token: `${word.length > 3 ? 'dddd' : 'ddd'}${after}`, writtenLength: word.length + after.length }
}

function monthToken(parts: WrittenParts): string {
  const written = parts.month ?? ''
  if (/^\d/.test(written)) return isPadded(written, parts.date) ? 'MM' : 'M'
  const word = written.toLowerCase()
  const dot = parts.dot ?? ''
  // `May` is its own short form: without a dot it counts as the long one, which blogs prefer
  const isLong = word === 'may' ? dot === '' : word.length > 3 && word !== 'sept'
  return `${isLong ? 'MMMM' : 'MMM'}${dot}`
}

function dateToken(parts: WrittenParts): string {
  const written = parts.date ?? ''
  if (parts.ordinal !== undefined) return 'Do'
  const isInWords = /^[A-Za-z]/.test(parts.month ?? '')
  return (isInWords ? written.startsWith('0') : isPadded(written, parts.month)) ? 'DD' : 'D'
}

/** Whether a number is always written with two digits; `12` alone does not tell, so its neighbour decides. */
function isPadded(written: string, neighbour: string | undefined): boolean {
  return written.startsWith('0') || (written.length === 2 && neighbour?.length === 2)
}
