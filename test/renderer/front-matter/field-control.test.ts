import { describe, expect, test } from 'vitest'
import { canHold, controlFor } from '../../../renderer/front-matter/field-control'
import { fieldIn, schemaOf } from './fields'

describe('the control', () => {
  test.each([
    ['title: 2024-05-01', 'text', 'text'],
    ['title: "2024-05-01"', 'text', 'text'],
    ['title: 1984', 'text', 'text'],
    ['title: No', 'text', 'text'],
    ['date: May 1, 2024', 'date', 'date'],
    ['team: 7', 'choice', 'choice'],
    ['draft:', 'yes-no', 'yes-no'],
    ['tags:', 'list', 'list'],
    ['weight:', 'number', 'number'],
    ['date:', 'date', 'date'],
    ['extra:', 'other', 'text'],
    ['tags: [a]', 'text', 'list'],
  ] as const)('of `%s` where other posts have a %s is %s', (line, kind, control) => {
    expect(controlFor(fieldIn(line), schemaOf(kind))).toBe(control)
  })

  test.each([
    ['on: "May 1, 2024"', 'date'],
    ['on: 2024-05-01', 'date'],
    ['weight: 12', 'number'],
    ['draft: yes', 'yes-no'],
    ['title: Tea', 'text'],
    ['title:', 'text'],
  ])('of `%s` where nothing is known is %s', (line, control) => {
    expect(controlFor(fieldIn(line), undefined)).toBe(control)
  })

  test('of a text with line breaks has room for them, whatever is known', () => {
    expect(controlFor(fieldIn('x: |\n  a\n  b'), schemaOf('choice'))).toBe('long-text')
  })
})

describe('a control that has the focus', () => {
  test.each([
    ['text', 'title: 2024-05-01'],
    ['number', 'weight:'],
    ['number', 'weight: 12 kg'],
    ['date', 'date: soon'],
    ['long-text', 'summary: one line'],
    ['list', 'tags:'],
  ] as const)('%s stays for `%s`', (control, line) => {
    expect(canHold(control, fieldIn(line))).toBe(true)
  })

  test.each([
    ['text', 'title: [a]'],
    ['text', 'title: |\n  a\n  b'],
    ['text', 'title: { a: b }'],
    ['text', 'title: &t a\nx: *t'],
    ['list', 'tags: a'],
    ['yes-no', 'draft: perhaps'],
  ] as const)('%s gives way to `%s`', (control, line) => {
    expect(canHold(control, fieldIn(line))).toBe(false)
  })
})
