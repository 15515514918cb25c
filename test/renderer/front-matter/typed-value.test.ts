import { describe, expect, test } from 'vitest'
import type { FieldSchema } from '#shared/contract/field'
import { setField } from '#shared/front-matter/edit'
import { applyTextChanges } from '#shared/text/text-change'
import { type Settle, settleLongText, settleText } from '../../../renderer/front-matter/draft'
import { controlFor, shownText } from '../../../renderer/front-matter/field-control'
import {
  isUnquoted,
  type Origin,
  settleDate,
  settleNumber,
  typedItems,
  typedValues,
} from '../../../renderer/front-matter/typed-value'
import { firstField, schemaOf } from './fields'

/** The front matter after the field of `lines` shows each of `drafts` in turn, as it does while somebody types. */
function typing(lines: string, kind: FieldSchema['kind'] | null, ...drafts: readonly string[]): string {
  let text = `---\n${lines}\n---\nBody\n`
  const field = firstField(text)
  const schema = kind === null ? undefined : schemaOf(kind)
  const control = controlFor(field, schema)
  const origin: Origin = {
    control,
    value: field.value,
    isUnquoted: isUnquoted(field, schema),
    isKnown: kind !== null,
  }
  for (const typed of drafts) {
    const settles: Partial<Record<typeof control, Settle>> = {
      number: settleNumber,
      date: settleDate,
      'long-text': settleLongText,
    }
    const inFile = shownText(firstField(text).value)
    const settled = settles[control] === undefined ? settleText(typed, inFile) : settles[control](typed)
    if (settled === null) continue
    for (const value of typedValues(origin, settled)) {
      const result = setField(text, field.path, value)
      if (result.kind === 'refused') continue
      text = applyTextChanges(text, result.changes)
      break
    }
  }
  return text.slice('---\n'.length, -'\n---\nBody\n'.length)
}

describe('what is no text stays none', () => {
  test.each([
    ['weight: 12', null, ['1', '', '5'], 'weight: 5'],
    ['weight: 12', 'number', ['1', '', '-', '-5'], 'weight: -5'],
    ['weight: 1', 'number', ['1.', '1.5'], 'weight: 1.5'],
    ['weight: 12', null, [''], 'weight:'],
    ['weight:', 'number', ['5'], 'weight: 5'],
    ['weight:', null, ['5'], 'weight: 5'],
    ['weight:', null, ['-', '-5'], 'weight: -5'],
    ['draft:', null, ['t', 'tr', 'tru', 'true'], 'draft: true'],
    ['date: 2024-05-01', null, ['', '2', '2024-05-0', '2024-05-02'], 'date: 2024-05-02'],
    ['date:', 'date', ['2024-05-02'], 'date: 2024-05-02'],
    ['template: true', 'text', ['tru', 'tr', 'false'], 'template: false'],
    ['weight: 12 # heavy', 'number', ['', '5'], 'weight: 5 # heavy'],
  ] as const)('`%s` (%s) typed as %j is `%s`', (line, kind, drafts, result) => {
    expect(typing(line, kind, ...drafts)).toBe(result)
  })
})

describe('what is text stays text, in the file’s own style', () => {
  test.each([
    ['title: Tea', 'text', ['Tea ', 'Tea t', 'Tea ti'], 'title: Tea ti'],
    ['title: Tea', 'text', ['Tea:', 'Tea: ', 'Tea: x'], 'title: "Tea: x"'],
    ['title: Tea', 'text', ['Tea: x', 'Tea, x'], 'title: Tea, x'],
    ['title: Tea', 'text', ['', '1', '19', '19 teas'], 'title: 19 teas'],
    ['title: Tea', 'text', ['1984'], 'title: "1984"'],
    ['title:', 'text', ['1984'], 'title: "1984"'],
    ['title: "Tea"', 'text', ['', 'T', 'Te'], 'title: "Te"'],
    ["title: 'Tea'", 'text', ["Tea's", 'Teas'], "title: 'Teas'"],
    ['title: Tea # hot', 'text', ['Tea #', 'Tea # x', 'Tea x'], 'title: Tea x # hot'],
    ['on: "May 1, 2024"', null, ['', 'May 2, 2024'], 'on: "May 2, 2024"'],
    ['on: May 1, 2024', null, ['', 'May 2, 2024'], 'on: May 2, 2024'],
    ['x: |\n  a\n  b', null, ['a\nb\n', 'a\nb\n\n', 'a\nb\n\nc'], 'x: |\n  a\n  b\n\n  c'],
    ['x: |\n  a\n  b', null, ['', '\n', 'c\nd'], 'x: |\n  c\n  d'],
  ] as const)('`%s` (%s) typed as %j is `%s`', (line, kind, drafts, result) => {
    expect(typing(line, kind, ...drafts)).toBe(result)
  })
})

describe('an item that is added to a list', () => {
  test.each([
    ['x: [1, 2]', '3', 'plain'],
    ['x: [1, 2]', 'three', 'text'],
    ['x: [2019, react]', '2020', 'text'],
    ['x: []', '3', 'text'],
  ])('`%s` gets %j as %s', (line, typed, kind) => {
    const { value } = firstField(`---\n${line}\n---\n`)
    expect(typedItems(value.kind === 'list' ? value.items : [], typed)[0]?.kind).toBe(kind)
  })
})

describe('a field without a value', () => {
  test.each([
    ['plain', true],
    ['double', false],
    ['single', false],
  ] as const)('that other posts write in %s style begins without quotes: %s', (quotes, unquoted) => {
    const habit = { ...schemaOf('text').habit, quotes }
    expect(isUnquoted(firstField('---\nx:\n---\n'), schemaOf('text', { habit }))).toBe(unquoted)
  })
})
