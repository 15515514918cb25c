import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { learnListStyle } from '#shared/site/reader/learn-list-style'
import { plainListStyle, writeListLine } from '#shared/site/reader/write-list-line'
import { repositoryFile } from '../../../helpers/repository-root'

const engblog = [
  { title: 'Go + Services = One Goliath Project', author: 'Kevin Dangoor', day: '2019-12-20' },
  { title: 'How Engineering Principles Can Help You Scale', author: 'Marta Kosarchyn', day: '2019-08-21' },
  { title: 'Kotlin on the server at Khan Academy', author: 'Colin Fuller', day: '2018-06-28' },
  {
    title: 'The Original Serverless Architecture is Still Here',
    author: 'Kevin Dangoor',
    day: '2018-05-31',
  },
  {
    title: "Let's Reduce! A Gentle Introduction to Javascript's Reduce Method",
    author: 'Josh Comeau',
    day: '2017-07-10',
  },
]

function list(...items: readonly (readonly [before: string, title: string, behind: string])[]): string {
  return `<ul>${items.map(([before, title, behind]) => `<li>${before}<h3>${title}</h3>${behind}</li>`).join('')}</ul>`
}

const posts = [
  { title: 'Tea', author: 'A. Nobody', day: '2024-05-03' },
  { title: 'Coffee & Cake', author: null, day: '2023-11-21' },
]

describe('the list of a site', () => {
  test('engblog leaves the year out of the current year’s dates, and shortens the month elsewhere', async () => {
    const html = await readFile(repositoryFile('test/fixtures/reader/engblog-list.html'), 'utf8')
    const style = learnListStyle(html, engblog)
    expect(style).toEqual({
      datePattern: 'MMM D, YYYY',
      yearlessPattern: 'MMMM D',
      yearlessFor: 'current-year',
      line: '{author} on {date}',
      linePlace: 'behind',
    })
    const write = (day: string) =>
      writeListLine({ author: 'Kevin Dangoor', day }, style ?? plainListStyle, 2026)
    expect(write('2026-12-20')).toBe('Kevin Dangoor on December 20')
    expect(write('2018-05-31')).toBe('Kevin Dangoor on May 31, 2018')
  })

  test.each([
    ['3 May 2024', '21 November 2023', 'D MMMM YYYY'],
    ['2024-05-03', '2023-11-21', 'YYYY-MM-DD'],
    ['May 3rd, 2024', 'November 21st, 2023', 'MMMM Do, YYYY'],
    ['Fri, 03 May 2024', 'Tue, 21 Nov 2023', 'ddd, DD MMM YYYY'],
    ['03.05.2024', '21.11.2023', 'DD.MM.YYYY'],
    ['2024年5月3日', '2023年11月21日', 'YYYY[年]M[月]D[日]'],
  ])('%s', (tea, coffee, pattern) => {
    const html = list(['', 'Tea', `<time>${tea}</time>`], ['', 'Coffee &amp; Cake', `<time>${coffee}</time>`])
    expect(learnListStyle(html, posts)).toMatchObject({ datePattern: pattern, yearlessPattern: null })
  })

  test('a date may stand before its title, and a line that differs from post to post gives only the date', () => {
    const html = list(
      ['<p>May 3, 2024 · 4 min</p>', 'Tea', ''],
      ['<p>Nov 21, 2023 · 9 min</p>', 'Coffee &amp; Cake', ''],
    )
    expect(learnListStyle(html, posts)).toMatchObject({
      datePattern: 'MMM D, YYYY',
      line: '{date}',
      linePlace: 'before',
    })
  })

  test('a site that never prints the year is told from one that leaves out the current one', () => {
    const html = list(['', 'Tea', '3 May'], ['', 'Coffee &amp; Cake', '21 November'])
    const style = learnListStyle(html, posts)
    expect(style).toMatchObject({ datePattern: null, yearlessPattern: 'D MMMM', yearlessFor: 'all' })
    expect(writeListLine({ author: null, day: '2020-01-02' }, style ?? plainListStyle, 2026)).toBe(
      '2 January',
    )
  })

  test('nothing is learnt where no post stands with its date', () => {
    expect(learnListStyle('<p>Tea</p><p>May 3, 2025</p>', posts)).toBeNull()
    expect(learnListStyle('', posts)).toBeNull()
    expect(learnListStyle(list(['', 'Tea', '13 May 20245']), posts)).toBeNull()
  })

  test('a page nested 100,000 deep and one without end tags are read', () => {
    const deep = `${'<div>'.repeat(100_000)}<h3>Tea</h3><p>3 May 2024`
    expect(learnListStyle(deep, posts)).toMatchObject({ datePattern: 'D MMMM YYYY' })
  })
})

describe('the line of a post', () => {
  test.each([
    [{ author: 'A. Nobody', day: '2024-05-03' }, 'A. Nobody · May 3, 2024'],
    [{ author: null, day: '2024-05-03' }, 'May 3, 2024'],
    [{ author: 'A. Nobody', day: null }, 'A. Nobody'],
    [{ author: null, day: null }, ''],
    [{ author: '$& {date}', day: '2024-05-03' }, '$& {date} · May 3, 2024'],
  ])('%j', (post, line) => {
    expect(writeListLine(post, plainListStyle, 2026)).toBe(line)
  })
})
