import type { TextChange } from '#shared/text/text-change'
import type { ScannedBlock } from './dialect'
import type { AnyDialect } from './flavours/dialects'
import type { LiveBlock } from './live-block'

/** All changes of one edit as a single one: `from`…`to` of the old text became `from`…`newTo` of the new. */
export type Span = { readonly from: number; readonly to: number; readonly newTo: number }

/** Blocks `from`…`to` (the latter not included) are replaced by `scanned`. */
export type Replacement = {
  readonly from: number
  readonly to: number
  /** Where these blocks began and ended in the old text. */
  readonly start: number
  readonly end: number
  readonly scanned: readonly ScannedBlock<unknown>[]
}

/** The span that `changes` cover; null when there are none. @throws RangeError when they do not lead from the one length to the other. */
export function spanOf(changes: readonly TextChange[], oldLength: number, newLength: number): Span | null {
  const first = changes[0]
  const last = changes.at(-1)
  const grown = changes.reduce((sum, change) => sum + change.insert.length - (change.to - change.from), 0)
  if (oldLength + grown !== newLength) {
    throw new RangeError(`changes lead to ${oldLength + grown} characters, the text has ${newLength}`)
  }
  return first && last ? { from: first.from, to: last.to, newTo: last.to + grown } : null
}

/**
 * Scans anew from the first block on which the edit has a say, up to a block's start behind the edit that was one before: from there on the
 * text is the same, so the blocks are.
 */
export function rescan(
  blocks: readonly LiveBlock[],
  body: string,
  span: Span,
  dialect: AnyDialect,
): Replacement {
  let from = 0
  let start = 0
  for (const block of blocks) {
    if (start + block.reachLength >= span.from) break
    start += block.length
    from++
  }
  const scanned: ScannedBlock<unknown>[] = []
  const moved = span.newTo - span.to
  const iterator = dialect.scan(body, start)
  let to = from
  let oldEnd = start
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    scanned.push(next.value)
    const { end } = next.value
    if (end < span.newTo) continue
    for (let block = blocks[to]; block && oldEnd < end - moved; block = blocks[to]) {
      oldEnd += block.length
      to++
    }
    if (oldEnd === end - moved) return { from, to, start, end: oldEnd, scanned }
  }
  return { from, to: blocks.length, start, end: body.length - moved, scanned }
}

/** Leaves out of `replacement` what is the same before and after, telling it about new reaches. `oldBody` is the text that `blocks` stand for. */
export function trimUnchanged(
  replacement: Replacement,
  blocks: readonly LiveBlock[],
  oldBody: string,
  body: string,
): Replacement {
  const { scanned } = replacement
  let { from, to } = replacement
  let first = 0
  let behind = scanned.length
  let { start: oldStart, end: oldEnd } = replacement
  const isSame = (block: LiveBlock, next: ScannedBlock<unknown>, start: number): boolean =>
    block.length === next.end - next.start &&
    block.kind === next.kind &&
    oldBody.slice(start, start + block.length) === body.slice(next.start, next.end)
  for (; from < to && first < behind; first++, from++) {
    const block = blocks[from]
    const next = scanned[first]
    if (!block || !next || !isSame(block, next, oldStart)) break
    block.reachLength = next.reach - next.start
    oldStart += block.length
  }
  for (; to > from && behind > first; behind--, to--) {
    const block = blocks[to - 1]
    const next = scanned[behind - 1]
    if (!block || !next || !isSame(block, next, oldEnd - block.length)) break
    block.reachLength = next.reach - next.start
    oldEnd -= block.length
  }
  return { from, to, start: oldStart, end: oldEnd, scanned: scanned.slice(first, behind) }
}
