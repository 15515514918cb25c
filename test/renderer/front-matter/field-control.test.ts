import { describe, expect, test } from 'vitest'
import { canHold, controlFor, maxFormDepth } from '../../../renderer/front-matter/field-control'
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

describe('a value with parts', () => {
  test.each([
    ['seo: { a: b }', 'object'],
    ['seo: {}', 'object'],
    ['links: [{ a: b }, { a: c }]', 'object-list'],
    ['links: [{ a: b }, c]', 'source'],
    ['grid: [[1, 2], [3]]', 'source'],
    ['years: [2019, 2020]', 'list'],
    ['gaps: [a, null]', 'source'],
  ])('`%s` is %s', (line, control) => {
    expect(controlFor(fieldIn(line), undefined)).toBe(control)
  })

  test.each([
    [maxFormDepth - 1, 'object'],
    [maxFormDepth, 'source'],
  ])('with %i maps around it is %s', (depth, control) => {
    expect(controlFor(fieldIn('seo: { a: b }'), undefined, depth)).toBe(control)
  })

  test.each([
    ['x:', 'object', 'object'],
    ['x:', 'object-list', 'object-list'],
    ['x: []', 'object-list', 'object-list'],
    ['x: []', 'list', 'list'],
  ] as const)('`%s` where other posts have an %s is %s', (line, kind, control) => {
    expect(controlFor(fieldIn(line), schemaOf(kind))).toBe(control)
  })
})

describe('a quoted value, or one of a language that has texts alone', () => {
  test.each([
    ['x: "12"', 'number', 'number'],
    ['x: "12 kg"', 'number', 'text'],
    ['x: "yes"', 'yes-no', 'yes-no'],
    ['x: "perhaps"', 'yes-no', 'text'],
    ['x: a.png', 'image', 'image'],
    ['x: Ada', 'reference', 'choice'],
  ] as const)('`%s` where other posts have a %s is %s', (line, kind, control) => {
    expect(controlFor(fieldIn(line), schemaOf(kind))).toBe(control)
  })
})

describe('where posts have one value or a list', () => {
  const schema = schemaOf('text', { isOneOrList: true })
  test.each(['x: a', 'x: [a, b]', 'x:', 'x: 2019'])('`%s` is a list', (line) => {
    expect(controlFor(fieldIn(line), schema)).toBe('list')
    expect(canHold('list', fieldIn(line), schema)).toBe(true)
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
