import { expect, test } from 'vitest'
import { flushDrafts, registerDraft } from '../../../renderer/state/pending-drafts'

test('every registered draft is written, one that was taken back is not', () => {
  const written: string[] = []
  const forgetDate = registerDraft(() => written.push('date'))
  const forgetTags = registerDraft(() => written.push('tags'))
  forgetDate()
  flushDrafts()
  expect(written).toEqual(['tags'])
  forgetTags()
  flushDrafts()
  expect(written).toEqual(['tags'])
})

test('a draft that is forgotten or registered while it is written disturbs no other', () => {
  const written: string[] = []
  const forgetters: (() => void)[] = []
  const forgetNumber = registerDraft(() => {
    written.push('number')
    forgetNumber()
    forgetters.push(registerDraft(() => written.push('later')))
  })
  forgetters.push(registerDraft(() => written.push('date')))
  flushDrafts()
  expect(written).toEqual(['number', 'date'])
  for (const forget of forgetters) forget()
})
