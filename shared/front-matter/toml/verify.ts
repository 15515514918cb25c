import type { FieldEdit } from '../front-matter'
import type { Objection } from '../language'
import { treeAfter } from '../view-edit'
import { sameTree, type ViewTree, viewOfText } from '../view-tree'
import { parseTomlBlock, type TomlBlock } from './block'
import { type Rewrite, textOfRewrite } from './rewrite'
import { expectedIn, viewNames, viewOf } from './views'

/**
 * Proves that a rewrite does what the edit means and nothing else, or objects: re-read by two parsers, exactly the target
 * differs; each comment of the old text is where its stretch of the text went, still behind the same thing or alone on its line.
 */
export function objectionToRewrite(before: TomlBlock, rewrite: Rewrite, edit: FieldEdit): Objection {
  const parsed = parseTomlBlock(textOfRewrite(before.source, rewrite))
  if (parsed.kind === 'unreadable') return 'another-value-changes'
  const isMeant = viewNames.every((name) => {
    const expected = treeAfter(viewOf(name, before), edit, (value) => expectedIn(name, value), emptyOf)
    return expected !== null && sameTree(expected, viewOf(name, parsed.block))
  })
  if (!isMeant) return 'another-value-changes'
  return keepsComments(before, parsed.block, rewrite, edit) ? null : 'a-comment-moves'
}

function emptyOf(old: ViewTree): ViewTree {
  if (typeof old === 'string') return viewOfText('')
  return 'items' in old ? { items: [] } : { entries: [] }
}

function keepsComments(before: TomlBlock, after: TomlBlock, rewrite: Rewrite, edit: FieldEdit): boolean {
  const removes = edit.kind === 'remove-item' || edit.kind === 'remove-key'
  const expected = new Map<number, string>()
  let at = 0
  for (const [index, piece] of rewrite.entries()) {
    if (typeof piece === 'string') {
      at += piece.length
      continue
    }
    for (const { range } of before.program.comments) {
      const [from, to] = range
      if (from < piece.from || to > piece.to) continue
      const moved = at + from - piece.from
      if (!hasSameNeighbour(before.source, from, after.source, moved, removes)) return false
      if (isBehindInsertion(before.source, rewrite, index, from)) return false
      expected.set(moved, before.source.slice(from, to))
    }
    at += piece.to - piece.from
  }
  const { comments } = after.program
  if (!removes && expected.size !== before.program.comments.length) return false
  return (
    comments.length === expected.size &&
    comments.every(({ range }) => expected.get(range[0]) === after.source.slice(...range))
  )
}

/** A comment behind something stays behind something; one that has its line for itself keeps it. */
function hasSameNeighbour(
  source: string,
  offset: number,
  changedSource: string,
  changedOffset: number,
  removes: boolean,
): boolean {
  const wasAlone = isAloneOnLine(source, offset)
  const isAlone = isAloneOnLine(changedSource, changedOffset)
  // what a comment followed may be removed: then it is left with the line
  return wasAlone === isAlone || (removes && isAlone)
}

/** Whether new text that replaces nothing stands right in front of the comment at `offset`, so that this would seem to be about it. */
function isBehindInsertion(source: string, rewrite: Rewrite, index: number, offset: number): boolean {
  const [previous, inserted, piece] = [rewrite[index - 2], rewrite[index - 1], rewrite[index]]
  if (typeof inserted !== 'string' || typeof piece !== 'object') return false
  if (typeof previous !== 'object' || previous.to !== piece.from) return false
  return (
    /^[\s,]*$/.test(source.slice(piece.from, offset)) &&
    !/(?:^|\n)[\s,]*$/.test(inserted) &&
    !source.slice(piece.from, offset).includes('\n')
  )
}

function isAloneOnLine(source: string, offset: number): boolean {
  const start = offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
  return source.slice(start, offset).trim() === ''
}
