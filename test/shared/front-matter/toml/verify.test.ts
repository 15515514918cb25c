import { describe, expect, test } from 'vitest'
import type { FieldEdit } from '#shared/front-matter/front-matter'
import type { Splice } from '#shared/front-matter/language'
import { parseTomlBlock } from '#shared/front-matter/toml/block'
import { rewriteBy } from '#shared/front-matter/toml/rewrite'
import { objectionToRewrite } from '#shared/front-matter/toml/verify'
import { text } from './block'

/** What stands in the way of replacing each old text, which `source` has once, by a new one. */
function objection(
  source: string,
  edit: FieldEdit,
  ...replacements: readonly (readonly [old: string, insert: string])[]
): string | null {
  const parsed = parseTomlBlock(source)
  if (parsed.kind === 'unreadable') throw new Error(parsed.message)
  const splices = replacements.map(([old, insert]): Splice => {
    const from = source.indexOf(old)
    return { from, to: from + old.length, insert }
  })
  return objectionToRewrite(parsed.block, rewriteBy(source, splices), edit)
}

const setTitle = (value: string): FieldEdit => ({ kind: 'set', path: ['title'], value: text(value) })
const append = (value: string): FieldEdit => ({ kind: 'append', path: ['tags'], value: text(value) })

describe('a change is objected to', () => {
  test.each<readonly [string, string, string, string]>([
    ['another key gets another value', '"A"\nx = 1', '"B"\nx = 2', 'B'],
    ['another value is written otherwise', '"A"\nx = 1', '"B"\nx = 0x1', 'B'],
    ['another key goes', '"A"\nx = 1', '"B"', 'B'],
    ['another key comes', '"A"', '"B"\ny = 2', 'B'],
    ['another key gets under a heading', '"A"', '"B"\n[y]', 'B'],
    ['the value is not what was meant', '"A"', '"C"', 'B'],
    ['the value is another kind of value', '"A"', '12', '12'],
    ['the block cannot be read any more', '"A"', '"B', 'B'],
  ])('when %s', (_name, old, insert, meant) => {
    expect(objection('title = "A"\nx = 1\n', setTitle(meant), [old, insert])).toBe('another-value-changes')
  })

  test('when a comment goes, comes, or gets a line for itself', () => {
    const source = 'title = "A" # why\nx = 1\n'
    expect(objection(source, setTitle('B'), ['"A" # why', '"B"'])).toBe('a-comment-moves')
    expect(objection(source, setTitle('B'), ['"A"', '"B" # and'])).toBe('a-comment-moves')
    expect(objection(source, setTitle('B'), ['"A"', '"B"\n'])).toBe('a-comment-moves')
    expect(objection(source, setTitle('B'), ['"A"', '"B"'])).toBeNull()
  })

  test('when a comment would seem to be about something new', () => {
    const source = 'tags = [\n  "a" # why\n]\n'
    const parsed = parseTomlBlock(source)
    if (parsed.kind === 'unreadable') throw new Error(parsed.message)
    const at = source.indexOf(' # why')
    const behind = rewriteBy(source, [{ from: at, to: at, insert: ', "b"' }])
    expect(objectionToRewrite(parsed.block, behind, append('b'))).toBe('a-comment-moves')
  })

  test('but not when a comment goes with what is removed', () => {
    const removed: FieldEdit = { kind: 'remove-key', path: ['x'] }
    expect(objection('a = 1\nx = 1 # why\n', removed, ['x = 1 # why\n', ''])).toBeNull()
    expect(objection('a = 1 # why\nx = 1\n', removed, ['# why\nx = 1\n', ''])).toBeNull()
  })
})
