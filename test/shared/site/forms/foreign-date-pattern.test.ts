import { expect, test } from 'vitest'
import { foreignDatePattern } from '#shared/site/forms/foreign-date-pattern'

test.each([
  ['YYYY-MM-DD', 'YYYY-MM-DD'],
  ['YYYY-MM-DDTHH:mm:ssZ', 'YYYY-MM-DD[T]HH:mm:ssZ'],
  ['YYYY-MM-DD HH:mm:ss ZZ', 'YYYY-MM-DD[ ]HH:mm:ss[ ]ZZ'],
  ['YYYY-MM-DDTHH:mm:ss.SSS[Z]', 'YYYY-MM-DD[T]HH:mm:ss.SSS[Z]'],
  ['MMM D, YYYY', 'MMM D, YYYY'],
  ['D MMMM YYYY h:mm A', 'D MMMM YYYY[ ]h:mm[ ]A'],
  ['DD.MM.YYYY', 'DD.MM.YYYY'],
  ['MM/DD/YYYY', null], // nobody can tell the day from the month
  ['X', null],
  ['YY-MM-DD', null],
  ['', null],
])('day.js’s %j is %j', (written, pattern) => expect(foreignDatePattern(written, 'day.js')).toBe(pattern))

test.each([
  ['yyyy-MM-dd', 'YYYY-MM-DD'],
  ["yyyy-MM-dd'T'HH:mm:ssxxx", 'YYYY-MM-DD[T]HH:mm:ssZ'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXX", 'YYYY-MM-DD[T]HH:mm:ss.SSSZZ'],
  ['MMMM do, yyyy', 'MMMM Do, YYYY'],
  ['EEE, dd MMM yyyy HH:mm:ss xx', 'ddd, DD MMM YYYY[ ]HH:mm:ss[ ]ZZ'],
  ['dd/MM/yyyy', null],
  ['PPP', null],
])('date-fns’s %j is %j', (written, pattern) => expect(foreignDatePattern(written, 'date-fns')).toBe(pattern))
