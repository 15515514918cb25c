import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay, parseDate } from '#shared/front-matter/dates'

const written: readonly [text: string, day: string, dateISO: string, nextDay: string][] = [
  ['May 31, 2018', '2018-05-31', '2018-05-31T00:00:00.000Z', 'June 7, 2019'],
  ['August 05, 2015', '2015-08-05', '2015-08-05T00:00:00.000Z', 'June 07, 2019'],
  ['Aug 5, 2015', '2015-08-05', '2015-08-05T00:00:00.000Z', 'Jun 7, 2019'],
  ['Aug. 5 2015', '2015-08-05', '2015-08-05T00:00:00.000Z', 'Jun. 7 2019'],
  ['May 31st, 2018', '2018-05-31', '2018-05-31T00:00:00.000Z', 'June 7th, 2019'],
  ['31 May 2018', '2018-05-31', '2018-05-31T00:00:00.000Z', '7 June 2019'],
  ['09 Oct 2018', '2018-10-09', '2018-10-09T00:00:00.000Z', '07 Jun 2019'],
  ['31-Oct-2018', '2018-10-31', '2018-10-31T00:00:00.000Z', '7-Jun-2019'],
  ['2018-05-31', '2018-05-31', '2018-05-31T00:00:00.000Z', '2019-06-07'],
  ['2018-5-3', '2018-05-03', '2018-05-03T00:00:00.000Z', '2019-6-7'],
  ['2018/05/31', '2018-05-31', '2018-05-31T00:00:00.000Z', '2019/06/07'],
  ['31.05.2018', '2018-05-31', '2018-05-31T00:00:00.000Z', '07.06.2019'],
  ['2018-05-31 12:00', '2018-05-31', '2018-05-31T12:00:00.000Z', '2019-06-07 12:00'],
  ['2018-05-31 12:00:00', '2018-05-31', '2018-05-31T12:00:00.000Z', '2019-06-07 12:00:00'],
  ['2018-05-31 12:00:00 +0200', '2018-05-31', '2018-05-31T10:00:00.000Z', '2019-06-07 12:00:00 +0200'],
  ['2018-05-31 23:30:00 -0800', '2018-05-31', '2018-06-01T07:30:00.000Z', '2019-06-07 23:30:00 -0800'],
  ['2018-05-31T12:00:00Z', '2018-05-31', '2018-05-31T12:00:00.000Z', '2019-06-07T12:00:00Z'],
  ['2018-05-31T12:00:00.250Z', '2018-05-31', '2018-05-31T12:00:00.250Z', '2019-06-07T12:00:00.250Z'],
  ['2018-05-31T12:00:00+05:30', '2018-05-31', '2018-05-31T06:30:00.000Z', '2019-06-07T12:00:00+05:30'],
  ['2018-05-31 12:00:00 EST', '2018-05-31', '2018-05-31T17:00:00.000Z', '2019-06-07 12:00:00 EST'],
  ['May 31, 2018 9:05 PM', '2018-05-31', '2018-05-31T21:05:00.000Z', 'June 7, 2019 9:05 PM'],
  [
    'Thu, 31 May 2018 12:00:00 +0000',
    '2018-05-31',
    '2018-05-31T12:00:00.000Z',
    'Fri, 7 June 2019 12:00:00 +0000',
  ],
  ['Thursday, May 31, 2018', '2018-05-31', '2018-05-31T00:00:00.000Z', 'Friday, June 7, 2019'],
]

describe('dates as blogs write them', () => {
  test.each(written)('%s', (text, day, dateISO, nextDay) => {
    const date = parseDate(text)
    expect(date).toMatchObject({ day, dateISO })
    expect(formatDay('2019-06-07', date?.pattern ?? '')).toBe(nextDay)
    expect(formatDay(day, date?.pattern ?? '')).toBe(text)
  })

  test.each([
    '',
    'soon',
    '2018',
    '20180531',
    '2018-02-30',
    '2018-13-01',
    '05/06/2018',
    '2018-05/31',
    'Maybe 31, 2018',
    '31 Floreal 2018',
    '2018-05-31 25:00',
    '2018-05-31 13:00 pm',
    '2018-05-31 12:00 XYZ',
    '2018-05-31 12:00 +9900',
    'May 31, 2018 and later',
  ])('%j is no date', (text) => expect(parseDate(text)).toBeNull())

  test('a day that does not exist is not written', () => {
    expect(() => formatDay('2018-02-30', 'YYYY-MM-DD')).toThrow(RangeError)
  })

  test('any day in any of the patterns is read back as that day', () => {
    const patterns = written.map(([text]) => parseDate(text)?.pattern ?? '')
    const days = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom(...patterns), (day, pattern) => {
        expect(parseDate(formatDay(day, pattern))?.day).toBe(day)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDate(text)))
  })
})
