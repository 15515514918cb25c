import { expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { describeHeader } from '../../../renderer/preview/describe-header'

const headerOf = (block: string, options?: Parameters<typeof describeHeader>[1]) =>
  describeHeader(readFrontMatter(`---\n${block}\n---\n`), options)
const monthFirst = { kind: 'pattern', pattern: 'MMM D, YYYY' } as const

test('says who wrote it when, in the file’s own words, and not what sites do not print there', () => {
  expect(headerOf('title: Tea\nauthor: A. Compositor\npublished_on: May 31, 2018\nteam: Ink')).toMatchObject({
    title: 'Tea',
    byline: 'by A. Compositor on May 31, 2018',
  })
})

test('prints the date as the site does, also one that only the file’s name has', () => {
  const dateStyle = monthFirst
  expect(headerOf('date: 2018-05-31', { dateStyle }).byline).toBe('May 31, 2018')
  expect(headerOf('author: A', { dateStyle, path: '_posts/2019-12-01-tea.md' }).byline).toBe(
    'by A on Dec 1, 2019',
  )
  expect(headerOf('date: soon', { dateStyle }).byline).toBe('soon')
})

test('authors may be a list, also of objects', () => {
  expect(headerOf('authors:\n  - name: A\n  - B').byline).toBe('by A, B')
})

test.each([
  ['image: /a.png', '/a.png', ''],
  ['cover:\n  image: images/b.jpg\n  alt: A boat', 'images/b.jpg', 'A boat'],
  ['hero: ./c.webp\nhero_alt: Hills', './c.webp', 'Hills'],
  ['featured_image: https://pictures.example/d', 'https://pictures.example/d', ''],
  ['header:\n  overlay_image: /e.jpg', '/e.jpg', ''],
  ['images: [f.gif, g.gif]', 'f.gif', ''],
])('finds the picture in %s', (block, reference, alternative) => {
  expect(headerOf(block).image).toEqual({ reference, alternative })
})

test.each(['image: true', 'cover: blue', 'header: The morning', 'layout: post'])(
  'takes no picture from %s',
  (block) => expect(headerOf(block).image).toBeNull(),
)

test('says nothing that the file does not say', () => {
  expect(headerOf('layout: post')).toMatchObject({ title: '', byline: '', image: null })
})
