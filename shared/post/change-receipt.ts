import type { Field, FieldValue, FrontMatter, LocateOptions } from '../front-matter/front-matter'
import { locateFrontMatter } from '../front-matter/locate'
import { readFrontMatter } from '../front-matter/read'
import { countChangedLines } from '../text/count-changed-lines'

/** What became of one field of the front matter's top level. */
export type FieldChange =
  | { readonly kind: 'changed' | 'added' | 'removed'; readonly key: string }
  | { readonly kind: 'renamed'; readonly key: string; readonly newKey: string }

/** What a save changed in a post. Nothing at all: no fields, no lines. */
export type ChangeReceipt = {
  /** In the order in which they stand in the new text; removed ones last. */
  readonly fields: readonly FieldChange[]
  /** Changed lines of the body. */
  readonly textLines: number
  /** Changed lines of the front matter that no field's value accounts for: comments, order, quotes, or all where it cannot be read. */
  readonly otherLines: number
}

/** What was changed between two texts of a post, as its writer would tell it. Never throws. */
export function describeChange(before: string, after: string, options: LocateOptions): ChangeReceipt {
  const old = splitPost(before, options)
  const now = splitPost(after, options)
  const textLines = countChangedLines(old.body, now.body)
  if (old.head === now.head) return { fields: [], textLines, otherLines: 0 }
  if (old.fields === null || now.fields === null) {
    return { fields: [], textLines, otherLines: countChangedLines(old.head, now.head) }
  }
  const fields = compareFields(old.fields, now.fields)
  // a block that came or went as a whole is told by its fields
  const isWhole = fields.length > 0 && (old.head === '' || now.head === '')
  const otherLines = isWhole ? 0 : countChangedLines(linesBeside(old, fields), linesBeside(now, fields))
  return { fields, textLines, otherLines }
}

type SplitPost = {
  readonly head: string
  readonly body: string
  /** Null for front matter that cannot be read. */
  readonly fields: readonly Field[] | null
  readonly isJson: boolean
}

function splitPost(text: string, options: LocateOptions): SplitPost {
  const located = locateFrontMatter(text, options)
  const frontMatter = readFrontMatter(text, options)
  return {
    head: text.slice(0, located.bodyFrom),
    body: text.slice(located.bodyFrom),
    fields: fieldsIn(frontMatter),
    isJson: located.kind === 'found' && located.language === 'json',
  }
}

function fieldsIn(frontMatter: FrontMatter): readonly Field[] | null {
  if (frontMatter.kind === 'unreadable') return null
  return frontMatter.kind === 'none' ? [] : frontMatter.fields
}

function compareFields(old: readonly Field[], now: readonly Field[]): readonly FieldChange[] {
  const left = old.map(entryOf)
  const take = (matches: (entry: Entry) => boolean) => {
    const index = left.findIndex(matches)
    return index < 0 ? null : left.splice(index, 1)[0]
  }
  const present = now.map(entryOf)
  // equal fields first, so that of a key that stands twice the right one is told
  const unlike = present.filter(
    (field) => take((o) => o.key === field.key && o.value === field.value) === null,
  )
  const unknown = unlike.map((field) => ({ field, isChanged: take((o) => o.key === field.key) !== null }))
  const changes = unknown.map(({ field: { key, value, place, isTelling }, isChanged }): FieldChange => {
    if (isChanged) return { kind: 'changed', key }
    const renamed = take((o) => o.value === value && (isTelling || o.place === place))
    return renamed ? { kind: 'renamed', key: renamed.key, newKey: key } : { kind: 'added', key }
  })
  return [...changes, ...left.map(({ key }): FieldChange => ({ kind: 'removed', key }))]
}

type Entry = {
  readonly key: string
  readonly value: string
  readonly place: number
  /** Hardly two fields have this value, as many have `true`. */
  readonly isTelling: boolean
}

function entryOf({ key, value }: Field, place: number): Entry {
  return { key, value: comparable(value), place, isTelling: value.kind !== 'plain' || value.type === 'date' }
}

/** A value without its places, as one string; equal for equal values. */
function comparable(value: FieldValue): string {
  return JSON.stringify(withoutPlaces(value))
}

function withoutPlaces(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return ['text', value.text]
    case 'plain':
      return [value.type, value.source]
    case 'list':
      return ['list', ...value.items.map(withoutPlaces)]
    case 'map':
      return ['map', ...value.entries.map((entry) => [entry.key, withoutPlaces(entry.value)])]
  }
}

/** The head without the lines of the fields that `changes` names. */
function linesBeside({ head, fields, isJson }: SplitPost, changes: readonly FieldChange[]): string {
  const named = new Set(
    changes.flatMap((change) => (change.kind === 'renamed' ? [change.key, change.newKey] : [change.key])),
  )
  const told = (fields ?? []).filter(({ key }) => named.has(key))
  const lines = head.split('\n')
  const kept: string[] = []
  let offset = 0
  for (const line of lines) {
    const end = offset + line.length
    const isTold = told.some(({ keyRange, valueRange }) => {
      const to = Math.max(keyRange.to, valueRange.to)
      return keyRange.from <= end && to > offset
    })
    // the comma before a member that came or went is no change of its own
    if (!isTold) kept.push(isJson ? line.replace(/,\s*$/, '') : line)
    offset = end + 1
  }
  return kept.join('\n')
}
