import { describe, expect, test } from 'vitest'
import {
  draftLeft,
  heldBack,
  liveDraft,
  settleLongText,
  settleText,
} from '../../../renderer/front-matter/draft'
import { settleDate, settleNumber } from '../../../renderer/front-matter/typed-value'

describe('a draft', () => {
  test('is shown while the file holds what it was typed over', () => {
    expect(liveDraft({ typed: 'Tea ', over: 'Tea' }, 'Tea')?.typed).toBe('Tea ')
  })

  test('is void once something else has changed the file', () => {
    expect(liveDraft({ typed: 'Tea ', over: 'Tea' }, 'Coffee')).toBeNull()
    expect(heldBack({ typed: '-', over: '12' }, '13', settleNumber)).toBeNull()
  })

  test('waits only while it is no value', () => {
    expect(heldBack({ typed: '1.', over: '1' }, '1', settleNumber)).toBe('1.')
    expect(heldBack({ typed: '1.5', over: '1.5' }, '1.5', settleNumber)).toBeNull()
    expect(heldBack({ typed: '2024-05-0', over: '2024-05-01' }, '2024-05-01', settleDate)).toBe('2024-05-0')
  })

  test('that was written as it is waits no more', () => {
    expect(heldBack({ typed: '1. ', over: '1.' }, '1.', settleNumber)).toBeNull()
  })
})

describe('when a field is left', () => {
  test('what the file refused stays in it, until something else changes the file', () => {
    const refused = { typed: 'Tea\0', over: 'Tea', isRefused: true }
    expect(draftLeft(refused, 'Tea')).toBe(refused)
    expect(draftLeft(refused, 'Coffee')).toBeNull()
  })

  test('what the file took is shown as the file has it', () => {
    expect(draftLeft({ typed: 'Tea ', over: 'Tea', isRefused: false }, 'Tea')).toBeNull()
  })
})

describe('what goes to the file', () => {
  test.each([
    ['Tea', 'Tea'],
    ['Tea ', 'Tea'],
    ['', ''],
  ])('of the text %j is %j', (typed, settled) => {
    expect(settleText(typed, 'Te')).toBe(settled)
  })

  test('of a text that ended in white space before is all of it', () => {
    expect(settleText('Te ', 'Tea ')).toBe('Te ')
  })

  test.each([
    ['One\n\n', 'One'],
    ['One\n\nTwo ', 'One\n\nTwo'],
    ['', null],
    ['\nOne', null],
  ])('of the long text %j is %j', (typed, settled) => {
    expect(settleLongText(typed)).toBe(settled)
  })

  test.each([
    ['5', '5'],
    ['-5', '-5'],
    ['1.5 ', '1.5'],
    ['', ''],
    ['-', null],
    ['1.', null],
    ['12 kg', null],
  ])('of the number %j is %j', (typed, settled) => {
    expect(settleNumber(typed)).toBe(settled)
  })

  test.each([
    ['2024-05-02', '2024-05-02'],
    ['', ''],
    ['2024-05-', null],
    ['2024-02-30', null],
  ])('of the date %j is %j', (typed, settled) => {
    expect(settleDate(typed)).toBe(settled)
  })
})

test('a value that waits for a moment only is held back as it will be written, until it is in the file', () => {
  const late = { typed: 'Tea ', over: 'Te', isLate: true }
  const settle = (typed: string) => typed.trimEnd()
  expect(heldBack(late, 'Te', settle)).toBe('Tea')
  expect(heldBack({ ...late, isLate: false }, 'Te', settle)).toBeNull()
  expect(heldBack(late, 'Tea', settle)).toBeNull()
})
