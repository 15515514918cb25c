import { expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { describeHeader } from '../../../renderer/preview/describe-header'

const headerOf = (block: string) => describeHeader(readFrontMatter(`---\n${block}\n---\n`))

test('says who wrote it when and where it belongs, in the file’s own words', () => {
  expect(headerOf('title: Tea\nauthor: A. Compositor\npublished_on: May 31, 2018\nteam: Ink')).toEqual({
    title: 'Tea',
    byline: 'by A. Compositor on May 31, 2018 · Ink',
  })
})

test('authors may be a list, also of objects', () => {
  expect(headerOf('authors:\n  - name: A\n  - B').byline).toBe('by A, B')
})

test('says nothing that the file does not say', () => {
  expect(headerOf('layout: post')).toEqual({ title: '', byline: '' })
})
