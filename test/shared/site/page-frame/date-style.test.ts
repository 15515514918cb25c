import { describe, expect, test } from 'vitest'
import { parseDate } from '#shared/front-matter/dates'
import { dateFinder, learnDateStyle, samplesIn, writeDate } from '#shared/site/page-frame/date-style'

/** How a site that prints `text` for 31 May 2018 prints 4 August 2021. */
function another(text: string, language: string | null = null): string | null {
  const style = learnDateStyle([{ day: '2018-05-31', text }], language)
  const date = parseDate('2021-08-04T09:05:00')
  return style && date && writeDate(date, style)
}

describe('the way a site prints dates', () => {
  test.each([
    ['by Kevin on May 31, 2018', 'August 4, 2021'],
    ['31 May 2018', '4 August 2021'],
    ['Thursday 31st May 2018', 'Wednesday 4th August 2021'],
    ['Posted: Thu, 31 May 2018', 'Wed, 4 August 2021'],
    ['2018-05-31', '2021-08-04'],
    ['2018.05.31 · notes', '2021.08.04'],
    ['05/31/2018', '08/04/2021'],
    ['31/05/2018, by somebody', '04/08/2021'],
    ['5/31/2018', '8/4/2021'],
    ['31.05.2018', '04.08.2021'],
    ['May 31, 2018 at 9:30 AM', 'August 4, 2021 at 9:05 AM'],
    ['31st of May, 2018', '4th of August, 2021'],
    ['on May 31', 'August 4'],
    ['May 2018', 'August 2021'],
  ])('%s', (text, expected) => expect(another(text)).toBe(expected))

  test.each([
    ['Veröffentlicht am 31. Mai 2018', 'de', '4. August 2021'],
    ['Publié le 31 mai 2018', 'fr', '4 août 2021'],
    ['jueves, 31 de mayo de 2018', 'es', 'miércoles, 4 de agosto de 2021'],
    ['2018年5月31日', 'ja', '2021年8月4日'],
  ])('%s (%s)', (text, language, expected) => expect(another(text, language)).toBe(expected))

  test.each(['Nothing here', 'May 30, 2018', 'May 31, 2019', 'on 131/05/2018', '20 May 2018'])(
    'is not told by "%s"',
    (text) => expect(another(text)).toBeNull(),
  )

  test('is told by several dates where one leaves it open', () => {
    const samples = [
      { day: '2018-05-31', text: 'May 31, 2018' },
      { day: '2019-12-20', text: 'Dec 20, 2019' },
    ]
    expect(learnDateStyle(samples)).toEqual({ kind: 'pattern', pattern: 'MMM D, YYYY' })
    expect(learnDateStyle(samples.slice(0, 1), null, samplesIn('Jul 9, 2020 and Aug 21, 2019'))).toEqual({
      kind: 'pattern',
      pattern: 'MMM D, YYYY',
    })
    expect(learnDateStyle(samples.slice(1), null, samplesIn('Jul 09, 2020'))).toEqual({
      kind: 'pattern',
      pattern: 'MMM DD, YYYY',
    })
  })

  test('does not mind a language that does not exist', () => {
    expect(learnDateStyle([{ day: '2018-05-31', text: '31 May 2018' }], 'no such language')).not.toBeNull()
  })

  test('is found where it stands', () => {
    expect(dateFinder('2018-05-31')('by Kevin on May 31, 2018 in print')).toMatchObject({ from: 12, to: 24 })
  })

  test('is not looked for in prose without end', () => {
    const startedAt = performance.now()
    expect(dateFinder('2018-05-31')(`${'May 3, 20'.repeat(200_000)} May 31, 2018`)).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
