import type { ChangeSet } from '@codemirror/state'
import type { TextChange } from '#shared/text/text-change'

/** What becomes of an edit that must stay behind a border. */
export type Clipped =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'clipped'; readonly change: TextChange }
  /** Half of it would be worse than nothing. */
  | { readonly kind: 'refused' }

/**
 * An edit as it may be done where everything before `border` is protected. A single insertion before it goes to it, a single
 * deletion across it takes the part behind it. Whatever else reaches before it is refused whole: a move that only deletes loses text.
 * Text inserted at the border itself is put behind `opening`.
 */
export function clipChanges(changes: ChangeSet, border: number, opening: string): Clipped {
  const list: TextChange[] = []
  changes.iterChanges((from, to, _fromB, _toB, inserted) =>
    list.push({ from, to, insert: inserted.toString() }),
  )
  const [first] = list
  if (first === undefined) return { kind: 'untouched' }
  if (list.every(({ from }) => from > border || (from === border && opening === ''))) {
    return { kind: 'untouched' }
  }
  if (list.length > 1 || (first.from < first.to && first.to <= border)) return { kind: 'refused' }
  const insert = first.insert === '' ? '' : opening + first.insert
  return { kind: 'clipped', change: { from: border, to: Math.max(first.to, border), insert } }
}
