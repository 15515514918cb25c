import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datePartsAt, formatDate, formatDay, localDay, parseDate } from '#shared/front-matter/dates'

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

/** The date that `text` is. */
function dateOf(text: string) {
  const date = parseDate(text)
  if (date === null) throw new Error(`${text} is no date`)
  return date
}

describe('day and time apart', () => {
  test.each([
    ['2018-05-31', 'day', 'YYYY-MM-DD', { hour: 0, minute: 0, second: 0, fraction: '', zone: null }],
    ['2018-5-3 9:05', 'minute', 'YYYY-M-D[ ]H:mm', { hour: 9, minute: 5, zone: null }],
    ['2018-05-31 12:00:07 +0200', 'second', 'YYYY-MM-DD[ ]HH:mm:ss[ ]ZZ', { second: 7, zone: '+0200' }],
    ['2018-05-31T12:00:00.250Z', 'fraction', 'YYYY-MM-DD[T]HH:mm:ss.SSS[Z]', { fraction: '250', zone: 'Z' }],
    ['2018-05-31T12:00:00+05:30', 'second', 'YYYY-MM-DD[T]HH:mm:ssZ', { zone: '+05:30' }],
    ['2018-05-31T12:00+05', 'minute', 'YYYY-MM-DD[T]HH:mmz', { zone: '+05' }],
    ['2018-05-31 12:00:00 EST', 'second', 'YYYY-MM-DD[ ]HH:mm:ss[ EST]', { zone: 'EST' }],
    ['May 31, 2018 at 9:05 PM', 'minute', 'MMMM D, YYYY[ at ]h:mm[ ]A', { hour: 21, minute: 5 }],
    ['May 31, 2018 09:05 p.m.', 'minute', 'MMMM D, YYYY[ ]hh:mm[ ]aa', { hour: 21, minute: 5 }],
  ] as const)('%s', (text, precision, fullPattern, parts) => {
    const date = dateOf(text)
    expect(date).toMatchObject({ precision, fullPattern, ...parts, hasZone: date.zone !== null })
    expect(formatDate(date, date.fullPattern)).toBe(text)
  })

  test('another time keeps the day, the zone and the way of writing', () => {
    const date = dateOf('Thu, 31 May 2018 08:05:09 -0000')
    const later = { ...date, hour: 16, minute: 30 }
    expect(formatDate(later, date.fullPattern)).toBe('Thu, 31 May 2018 16:30:09 -0000')
  })

  test('a time that no clock has is not written', () => {
    const date = dateOf('2018-05-31 12:00')
    for (const wrong of [{ hour: 24 }, { minute: 60 }, { second: 1.5 }, { hour: Number.NaN }])
      expect(() => formatDate({ ...date, ...wrong }, date.fullPattern)).toThrow(RangeError)
  })

  test('a zone is written the way that the pattern asks for', () => {
    const parts = { day: '2018-05-31', hour: 1, minute: 2, second: 3, fraction: '5' }
    const write = (zone: string | null, pattern: string) => formatDate({ ...parts, zone }, pattern)
    expect(write('EST', 'HH:mm:ss.SSSZ')).toBe('01:02:03.500-05:00')
    expect(write('+0530', 'Z')).toBe('+05:30')
    expect(write('Z', 'ZZ')).toBe('+0000')
    expect(write(null, 'Z')).toBe('+00:00')
  })

  test('any day and time in any of the patterns is read back as itself', () => {
    const patterns = written.map(([text]) => dateOf(text)).filter(({ precision }) => precision !== 'day')
    const moments = fc.record({
      day: fc
        .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(moments, fc.constantFrom(...patterns), (moment, pattern) => {
        expect(dateOf(formatDate({ ...pattern, ...moment }, pattern.fullPattern))).toMatchObject(moment)
      }),
    )
  })
})

describe('the day on which a date falls', () => {
  test.each([
    ['2018-05-31T23:30:00Z', 'Europe/Berlin', '2018-06-01'],
    ['2018-05-31T23:30:00Z', 'America/New_York', '2018-05-31'],
    ['2018-05-31 01:00:00 +0900', 'UTC', '2018-05-30'],
    ['2018-05-31 23:30:00', 'Asia/Tokyo', '2018-05-31'],
    ['May 31, 2018', 'Pacific/Kiritimati', '2018-05-31'],
  ])('%s in %s is %s', (text, timeZone, day) => expect(localDay(dateOf(text), timeZone)).toBe(day))

  test('a zone that does not exist is refused, whatever the date', () => {
    expect(() => localDay(dateOf('2018-05-31'), 'Mars/Olympus')).toThrow(RangeError)
  })
})

test.each([
  ['YYYY-MM-DD', 'Europe/Berlin', '2024-07-01'],
  ['YYYY-MM-DD[ ]HH:mm:ss[ ]ZZ', 'Europe/Berlin', '2024-07-01 00:15:30 +0200'],
  ['YYYY-MM-DD[ ]HH:mm', 'Asia/Kolkata', '2024-07-01 03:45'],
  ['YYYY-MM-DD[T]HH:mm:ss.SSS[Z]', 'Europe/Berlin', '2024-06-30T22:15:30.000Z'],
  ['MMM D, YYYY[ ]h:mm[ ]A[ EST]', 'Europe/Berlin', 'Jun 30, 2024 5:15 PM EST'],
])('now, as the other posts write their dates: %s in %s', (pattern, timeZone, text) => {
  const parts = datePartsAt(new Date('2024-06-30T22:15:30Z'), pattern, timeZone)
  expect(formatDate(parts, pattern)).toBe(text)
})
