import type { AddedValue, FieldEdit } from '../front-matter'
import type { Objection, Splice } from '../language'
import { treeAfter } from '../view-edit'
import { sameTree, type ViewTree, viewOfText } from '../view-tree'
import { parseYamlBlock, type YamlBlock } from './block'
import { isBlankBetween, lineStart } from './lines'
import { type Draft, expectedIn, type Moved } from './plan'
import { readViews, type ViewName, type Views, viewNames } from './views'

/**
 * Proves that a splice does what the edit means and nothing else, or objects: re-parsed by five parsers, exactly the target
 * differs; every comment is still there, at what it stood at. A parser that could not read the block before has no say. `splice` is
 * `draft` without what it has in common with the block.
 */
export function objectionToSplice(
  before: YamlBlock,
  draft: Draft,
  splice: Splice,
  edit: FieldEdit,
): Objection {
  const source = before.source.slice(0, splice.from) + splice.insert + before.source.slice(splice.to)
  const parsed = parseYamlBlock(source)
  if (parsed.kind === 'unreadable') return 'another-value-changes'
  const { danglingAliases } = parsed.block
  if ([...danglingAliases].some((name) => !before.danglingAliases.has(name))) return 'another-value-changes'
  if (!readsAsMeant(readViews(before), readViews(parsed.block), edit)) return 'another-value-changes'
  return keepsComments(before, parsed.block, draft, splice) ? null : 'a-comment-moves'
}

function readsAsMeant(before: Views, after: Views, edit: FieldEdit): boolean {
  return viewNames.every((name) => {
    const [oldTree, newTree] = [before[name], after[name]]
    if (oldTree === null) return true
    if (newTree === null) return false
    const expected = treeAfter(
      oldTree,
      edit,
      (value: AddedValue) => expectedIn(name, value),
      () => emptyIn(name),
    )
    return expected !== null && sameTree(expected, newTree)
  })
}

function emptyIn(name: ViewName): ViewTree {
  return name === 'failsafe' ? viewOfText('') : 'null'
}

function keepsComments(before: YamlBlock, after: YamlBlock, draft: Draft, splice: Splice): boolean {
  const expected: string[] = []
  const moves = (draft.moves ?? []).toSorted((one, other) => one.from - other.from)
  let next = 0
  for (const { offset, source } of before.comments) {
    // the comments come in the order of the block, and so do the stretches
    while (next < moves.length && (moves[next]?.to ?? 0) <= offset) next++
    const place = placeAfter(offset, moves[next], draft, splice)
    if (place === 'lost' || changesOwner(before.source, offset, draft)) return false
    if (place !== 'dropped') expected.push(`${place} ${source}`)
  }
  if (after.comments.length !== expected.length) return false
  const actual = new Set(after.comments.map(({ offset, source }) => `${offset} ${source}`))
  return expected.every((comment) => actual.has(comment))
}

/** Where a comment should stand after the splice. */
function placeAfter(
  offset: number,
  moved: Moved | undefined,
  draft: Draft,
  splice: Splice,
): number | 'dropped' | 'lost' {
  if (moved !== undefined && offset >= moved.from) return moved.at + offset - moved.from
  if (draft.drops && offset >= draft.drops.from && offset < draft.drops.to) return 'dropped'
  if (offset < splice.from) return offset
  return offset < splice.to ? 'lost' : offset + splice.insert.length - (splice.to - splice.from)
}

/** A comment belongs to what stands before it on its line: a line break in between would give it to another. */
function changesOwner(source: string, offset: number, draft: Draft): boolean {
  if (offset < draft.to || !draft.insert.includes('\n')) return false
  if (!isBlankBetween(source, draft.to, offset)) return false
  const putsWholeLines = draft.insert.endsWith('\n') && lineStart(source, draft.from) === draft.from
  return !putsWholeLines
}
