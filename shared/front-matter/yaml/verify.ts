import type { AddedValue, FieldEdit } from '../front-matter'
import type { Objection, Splice } from '../language'
import { treeAfter } from '../view-edit'
import { sameTree, viewOfText } from '../view-tree'
import { commentsOf, parseYamlBlock, type YamlBlock } from './block'
import { expectedIn } from './plan'
import { readViews, type Views, viewNames } from './views'

/**
 * Proves that a splice does what the edit means and nothing else, or objects: re-parsed by five parsers, exactly the target
 * differs; every comment outside the replaced characters is still there, on a line of its own kind. A parser that could
 * not read the block before has no say. Views of the old block are passed in, since several splices may be tried.
 */
export function objectionToSplice(
  before: YamlBlock,
  views: Views,
  splice: Splice,
  edit: FieldEdit,
): Objection {
  const source = before.source.slice(0, splice.from) + splice.insert + before.source.slice(splice.to)
  const parsed = parseYamlBlock(source)
  if (parsed.kind === 'unreadable') return 'another-value-changes'
  if (!readsAsMeant(views, readViews(parsed.block), edit)) return 'another-value-changes'
  return keepsComments(before, parsed.block, splice, edit) ? null : 'a-comment-moves'
}

function readsAsMeant(before: Views, after: Views, edit: FieldEdit): boolean {
  return viewNames.every((name) => {
    const [oldTree, newTree] = [before[name], after[name]]
    if (oldTree === null) return true
    const expected = treeAfter(
      oldTree,
      edit,
      (value: AddedValue) => expectedIn(name, value),
      () => (name === 'failsafe' ? viewOfText('') : 'null'),
    )
    return expected !== null && newTree !== null && sameTree(expected, newTree)
  })
}

function keepsComments(before: YamlBlock, after: YamlBlock, splice: Splice, edit: FieldEdit): boolean {
  const shift = splice.insert.length - (splice.to - splice.from)
  const removes = edit.kind === 'remove-item' || edit.kind === 'remove-key'
  const expected: string[] = []
  for (const { offset, source } of commentsOf(before)) {
    if (offset < splice.from) expected.push(`${offset} ${source}`)
    else if (offset >= splice.to) expected.push(`${offset + shift} ${source}`)
    else if (!removes) return false
    const sharesLine = offset >= splice.to && !before.source.slice(splice.to, offset).includes('\n')
    // a comment belongs to what stands before it on its line: a line break in between would give it to another
    if (sharesLine && splice.insert.includes('\n') && !splice.insert.endsWith('\n')) return false
  }
  const actual = commentsOf(after).map(({ offset, source }) => `${offset} ${source}`)
  return actual.length === expected.length && actual.every((comment, index) => comment === expected[index])
}
