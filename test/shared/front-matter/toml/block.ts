import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, EditOptions, Field, FieldEdit, NewValue } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed, reasonOf } from '../outcome'

/** A block of TOML within a post. */
export function post(block: string): string {
  return `+++\n${block}+++\nBody\n`
}

/** The block after an edit that must have succeeded. */
export function edited(block: string, edit: FieldEdit, options: EditOptions = {}): string {
  const after = changed(post(block), editFrontMatter(post(block), edit, options))
  return after.slice('+++\n'.length, -'+++\nBody\n'.length)
}

/** The reason of an edit that must have been refused. */
export function refusal(block: string, edit: FieldEdit): string {
  return reasonOf(editFrontMatter(post(block), edit))
}

/** The fields of a block that must be readable. */
export function fields(block: string): readonly Field[] {
  const read = readFrontMatter(post(block))
  if (read.kind !== 'fields') throw new Error(JSON.stringify(read))
  return read.fields
}

/** A text to write. */
export const text = (value: string): NewValue => ({ kind: 'text', text: value })
/** A number, a date, or true and false to write. */
export const plain = (source: string): NewValue => ({ kind: 'plain', source })
/** A list to write. */
export const list = (...items: readonly AddedValue[]): AddedValue => ({ kind: 'list', items })
/** A table to write. */
export const map = (...entries: readonly (readonly [string, AddedValue])[]): AddedValue => ({
  kind: 'map',
  entries,
})
