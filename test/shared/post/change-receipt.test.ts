import { describe, expect, test } from 'vitest'
import { describeChange } from '#shared/post/change-receipt'
import { receiptWords } from '#shared/post/receipt-words'

const tea = `---
title: Tea # a working title
date: 2024-05-01
tags:
  - drinks
seo: { title: Green }
---

Boil water.

Wait.
`

const wordsFor = (before: string, after: string) =>
  receiptWords(describeChange(before, after, {}), (key) => key.charAt(0).toUpperCase() + key.slice(1))
const afterwards = (...replacements: readonly (readonly [string, string])[]) =>
  wordsFor(
    tea,
    replacements.reduce((text, [from, to]) => text.replace(from, to), tea),
  )

describe('the receipt of a save says', () => {
  test.each([
    { says: 'Nothing changed.', edits: [] },
    { says: 'Title changed.', edits: [['Tea', 'Coffee']] },
    { says: '1 line of text changed.', edits: [['Wait.', 'Wait a while.']] },
    {
      says: 'Title and 2 lines of text changed.',
      edits: [
        ['Tea', 'Coffee'],
        ['Boil', 'Cook'],
        ['Wait.', 'Stir.'],
      ],
    },
    { says: 'Tags changed.', edits: [['  - drinks\n', '  - drinks\n  - hot\n']] },
    { says: 'Seo changed.', edits: [['Green', 'Black']] },
    { says: 'Draft added.', edits: [['date:', 'draft: true\ndate:']] },
    { says: 'Date removed.', edits: [['date: 2024-05-01\n', '']] },
    { says: 'Date renamed to Published.', edits: [['date:', 'published:']] },
    { says: 'title renamed to Title.', edits: [['title:', 'Title:']] },
    { says: '1 line of front matter changed.', edits: [[' # a working title', '']] },
    { says: '1 line of front matter changed.', edits: [['2024-05-01', '2024-05-01 # why']] },
    {
      says: 'Date and 1 line of front matter changed. Draft added.',
      edits: [
        ['2024-05-01', '2024-05-02'],
        ['# a working title', '# the title'],
        ['tags:', 'draft: true\ntags:'],
      ],
    },
    { says: '1 line of front matter changed.', edits: [['title: Tea', 'title: [']] },
    { says: '3 lines of text changed.', edits: [['Wait.\n', 'Wait.\n\nDrink.\n\n']] },
  ] as const)('$says', ({ says, edits }) => expect(afterwards(...edits)).toBe(says))

  test('at most four fields by name', () => {
    const post = (value: string) =>
      `---\n${['a', 'b', 'c', 'd', 'e'].map((key) => `${key}: ${value}\n`).join('')}---\n`
    expect(wordsFor(post('1'), post('2'))).toBe('A, B, C and 2 other fields changed.')
  })

  test('the fields of a block that came', () => {
    expect(wordsFor('Body\n', '---\ntitle: Tea\ndraft: true\n---\nBody\n')).toBe('Title and Draft added.')
  })

  test('which of two equal keys changed, once', () => {
    expect(wordsFor('---\na: 1\na: 2\n---\n', '---\na: 1\na: 3\n---\n')).toBe('A changed.')
  })

  test('a field that came with the common value of one that went elsewhere, as two changes', () => {
    const before = '---\ntitle: Tea\ndraft: true\n---\n'
    expect(wordsFor(before, '---\npinned: true\ntitle: Tea\n---\n')).toBe('Pinned added. Draft removed.')
    expect(wordsFor(before, '---\ntitle: Tea\nhidden: true\n---\n')).toBe('Draft renamed to Hidden.')
  })

  test('a text made a number', () => {
    expect(wordsFor('---\na: "1"\n---\n', '---\na: 1\n---\n')).toBe('A changed.')
  })

  test('a member of JSON that came, without its neighbour’s comma', () => {
    expect(wordsFor('{\n  "a": 1\n}\n\nBody', '{\n  "a": 1,\n  "b": 2\n}\n\nBody')).toBe('B added.')
  })
})
