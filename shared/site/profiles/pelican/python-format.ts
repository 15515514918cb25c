import { dayNames, monthNames } from '../../../front-matter/date-words'
import { type ClockReading, dayOfYear, padded, weekdayOf } from '../zone-time'

/** What the names in a setting for addresses stand for. */
export type FormatValues = {
  readonly texts: Readonly<Record<string, string>>
  readonly date: ClockReading | null
}

/**
 * A setting such as `{date:%Y}/{slug}/` filled in as Python's `str.format` does; null where it asks for something that is not known or
 * in a form that is not supported.
 */
export function pythonFormat(pattern: string, { texts, date }: FormatValues): string | null {
  let isKnown = true
  const unknown = (): string => {
    isKnown = false
    return ''
  }
  const filled = pattern.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field?: string) => {
    if (field === undefined) return whole.charAt(0)
    const [, name = '', form] = /^(\w+)(?::(.*))?$/.exec(field) ?? []
    if (name === 'date')
      return date === null || form === undefined ? unknown() : (strftime(form, date) ?? unknown())
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined
    return text === undefined || (form !== undefined && form !== '') ? unknown() : text
  })
  return isKnown ? filled : null
}

function strftime(form: string, clock: ClockReading): string | null {
  let isKnown = true
  const filled = form.replace(/%(-?)([a-zA-Z%])/g, (_, bare: string, directive: string) => {
    const part = partOf(directive, clock)
    if (part === null) isKnown = false
    return bare === '' ? (part ?? '') : (part ?? '').replace(/^0+(?=\d)/, '')
  })
  return isKnown ? filled : null
}

function partOf(directive: string, clock: ClockReading): string | null {
  const month = monthNames[clock.month - 1] ?? ''
  const day = dayNames[weekdayOf(clock)] ?? ''
  switch (directive) {
    case 'Y':
      return padded(clock.year, 4)
    case 'y':
      return padded(clock.year % 100)
    case 'm':
      return padded(clock.month)
    case 'd':
      return padded(clock.day)
    case 'H':
      return padded(clock.hour)
    case 'M':
      return padded(clock.minute)
    case 'S':
      return padded(clock.second)
    case 'j':
      return padded(dayOfYear(clock), 3)
    case 'b':
      return month.slice(0, 3)
    case 'B':
      return month
    case 'a':
      return day.slice(0, 3)
    case 'A':
      return day
    case '%':
      return '%'
    default:
      return null
  }
}
