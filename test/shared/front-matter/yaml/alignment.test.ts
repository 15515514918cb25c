import { describe, expect, test } from 'vitest'
import { addField } from '#shared/front-matter/edit'
import { changed } from '../outcome'

const added = (lines: string): string => {
  const text = `---\n${lines}\n---\n`
  return changed(text, addField(text, 'draft', { kind: 'plain', source: 'true' }))
}

describe('a new key stands as far from its value as the others do', () => {
  test.each([
    ['values in one column', 'title:    A\ndate:     2020-01-01', 'draft:    true'],
    ['values in one column that a long key is past', 'title: A\nid:    x\ndescription: B', 'draft: true'],
    ['colons in one column', 'title    : A\npublished: x', 'draft    : true'],
    ['tabs', 'title:\tA\ndate:\tx', 'draft:\ttrue'],
    ['two spaces', 'title:  A\ndate:  x', 'draft:  true'],
    ['one that is out of line', 'title:  A\ndate: x\nid: y', 'draft: true'],
    ['a single key', 'title:    A', 'draft: true'],
    ['a list on lines and an empty value', 'title:   A\nempty:\nslug:    x\ntags:\n  - a', 'draft:   true'],
    ['a column that it does not fit in', 'id: A\na:  x', 'draft: true'],
  ])('%s', (_, lines, line) => {
    expect(added(lines)).toBe(`---\n${lines}\n${line}\n---\n`)
  })
})
