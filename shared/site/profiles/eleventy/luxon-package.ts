import { DateTime } from 'luxon'
import type { KnownPackages } from '../program/modules'
import {
  fieldOf,
  isDate,
  isObject,
  native,
  objectOf,
  type ProgramObject,
  type ProgramValue,
  unknown,
} from '../program/program-value'

/** What is known of the package with which most Eleventy sites write days: `DateTime.fromJSDate(date, { zone }).toFormat(…)`. */
export const luxonPackage: KnownPackages = (specifier, name) =>
  specifier === 'luxon' && name === 'DateTime' ? dateTime : null

const dateTime = objectOf({
  fromJSDate: native(([date, options]) => {
    if (date === undefined || !isDate(date)) return unknown
    const zone = options === undefined ? undefined : fieldOf(options, 'zone')
    if (zone !== undefined && typeof zone !== 'string') return unknown
    // without a zone: the machine's, which is not this one's
    return zone === undefined ? unknown : wrapped(DateTime.fromMillis(date.instant, { zone }))
  }),
  fromISO: native(([text, options]) => {
    const zone = options !== undefined && isObject(options) ? fieldOf(options, 'zone') : undefined
    return typeof text === 'string' && typeof zone === 'string'
      ? wrapped(DateTime.fromISO(text, { zone }))
      : unknown
  }),
})

function wrapped(date: DateTime): ProgramObject {
  const printed = (print: (format: string) => string | null): ProgramValue =>
    native(([format]) => (format === undefined || typeof format === 'string' ? print(format ?? '') : unknown))
  const english = date.setLocale('en-US')
  const fields: Record<string, ProgramValue> = {
    toFormat: printed((format) => english.toFormat(format)),
    toISODate: printed(() => date.toISODate()),
    ...{ year: date.year, month: date.month, day: date.day },
  }
  return { ...objectOf(fields), isOpen: true }
}
