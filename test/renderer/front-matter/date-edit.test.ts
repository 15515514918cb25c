import { describe, expect, test } from 'vitest'
import { calendarLocale } from '../../../renderer/front-matter/calendar-locale'
import { shownDate, withDay, withTime } from '../../../renderer/front-matter/date-edit'
import { dateHints } from '../../../renderer/front-matter/date-hint'

const here = { now: new Date('2024-07-04T09:05:07Z'), timeZone: 'Europe/Berlin' }

describe('another day', () => {
  test.each<[string, string | null, string]>([
    ['2018-05-31', null, '2024-12-24'],
    ['May 31, 2018', 'YYYY-MM-DD', 'December 24, 2024'],
    ['May 12, 2018', 'MMM DD, YYYY', 'Dec 24, 2024'],
    ['31.5.2018', null, '24.12.2024'],
    ['Thu, 28 Jun 2018 21:30:00 -0800', null, 'Tue, 24 Dec 2024 21:30:00 -0800'],
    ['2018-05-31T09:00:00.123Z', null, '2024-12-24T09:00:00.123Z'],
    ['2018-05-31 9:05 PM', null, '2024-12-24 9:05 PM'],
    ['', null, '2024-12-24'],
    ['', 'MMMM D, YYYY', 'December 24, 2024'],
    ['2024-02-30', 'MMMM D, YYYY', 'December 24, 2024'],
    ['', 'YYYY-MM-DD HH:mm:ss ZZ', '2024-12-24 11:05:07 +0100'],
    ['', 'YYYY-MM-DD[T]HH:mm:ss[Z]', '2024-12-24T09:05:07Z'],
  ])('of %j with the habit %j is %j', (text, habit, expected) => {
    expect(withDay(text, '2024-12-24', habit, here)).toBe(expected)
  })
})

describe('another time', () => {
  const evening = { hour: 20, minute: 15, second: 0 }
  test.each<[string, string | null, string]>([
    ['2018-05-31 09:00:00 -0800', null, '2018-05-31 20:15:00 -0800'],
    ['2018-05-31T09:00Z', null, '2018-05-31T20:15Z'],
    ['2018-05-31 9:05 AM EST', null, '2018-05-31 8:15 PM EST'],
    ['2018-05-31', 'YYYY-MM-DD HH:mm ZZ', '2018-05-31 20:15 +0200'],
    ['2018-01-31', 'YYYY-MM-DD HH:mm ZZ', '2018-01-31 20:15 +0100'],
    ['2018-05-31', 'YYYY-MM-DD', '2018-05-31'],
    ['2018-05-31', null, '2018-05-31'],
    ['in spring', 'YYYY-MM-DD HH:mm', 'in spring'],
  ])('of %j with the habit %j is %j', (text, habit, expected) => {
    expect(withTime(text, evening, habit, 'Europe/Berlin')).toBe(expected)
  })
})

describe('a calendar shows', () => {
  test('no time where neither the date nor the other posts have one', () => {
    expect(shownDate('2018-05-31', 'YYYY-MM-DD')).toMatchObject({ time: null, mayHaveTime: false })
  })

  test('an empty time where the other posts have one', () => {
    expect(shownDate('2018-05-31', 'YYYY-MM-DD HH:mm')).toMatchObject({
      time: null,
      mayHaveTime: true,
      hasSeconds: false,
    })
  })

  test('seconds only where the date has them', () => {
    expect(shownDate('2018-05-31 09:30', 'YYYY-MM-DD HH:mm:ss')).toMatchObject({ hasSeconds: false })
    expect(shownDate('2018-05-31 09:30:05 -0800', null)).toEqual({
      day: '2018-05-31',
      time: { hour: 9, minute: 30, second: 5 },
      mayHaveTime: true,
      hasSeconds: true,
      countsTo12: false,
      zone: '-0800',
    })
  })

  test('hours up to 12 where the file counts so', () => {
    expect(shownDate('2018-05-31 9:30 PM', null)).toMatchObject({ countsTo12: true, time: { hour: 21 } })
  })

  test('no day for a date that no calendar has', () => {
    expect(shownDate('2024-02-30', null)).toMatchObject({ day: null, time: null })
  })

  test('weeks as they begin where the writer lives', () => {
    expect(calendarLocale('de')).toBe('en-DE')
    expect(calendarLocale('en-GB')).toBe('en-GB')
    expect(calendarLocale('')).toBe('en-US')
  })
})

describe('below a date', () => {
  test.each([
    ['2018-05-31', []],
    ['2018-05-31 23:30', []],
    ['in spring', []],
    ['2018-05-31 23:30:00 +0200', ['Thursday 31 May 2018']],
    ['2018-05-31T21:30:00Z', ['Thursday 31 May 2018', '23:30 where you are']],
    ['2018-05-31 20:30 -0800', ['Thursday 31 May 2018', '1 June, 06:30 where you are']],
  ])('%j stands %j for somebody in Berlin', (text, hints) => {
    expect(dateHints(text, 'Europe/Berlin')).toEqual(hints)
  })
})
