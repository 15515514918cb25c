import { isDeepStrictEqual } from 'node:util'
import type { AddedValue, FieldEdit, FieldPath } from '#shared/front-matter/front-matter'

/** What a parser reads for a plain source on its own; undefined where that cannot be said. */
export type PlainReader = (source: string) => unknown

/** Stands for "this parser cannot judge": it knows the key under another name, say. */
const unknown = Symbol('cannot judge')

/**
 * Whether `after` is what `before` becomes by `edit`, as one parser reads both: exactly the target differs. Written against the parsed values
 * alone and with nothing of the code under test. null when this parser cannot judge.
 */
export function isWhatEditMeans(
  before: unknown,
  after: unknown,
  edit: FieldEdit,
  plain: PlainReader,
): boolean | null {
  const expected = edited(before ?? {}, after ?? {}, edit, plain)
  return expected === unknown
    ? null
    : isDeepStrictEqual(withoutPrototypes(after ?? {}), withoutPrototypes(expected))
}

function edited(before: unknown, after: unknown, edit: FieldEdit, plain: PlainReader): unknown {
  switch (edit.kind) {
    case 'set':
      return at(before, edit.path, (old) => asRead(edit.value, plain, old, valueAt(after, edit.path)))
    case 'clear':
      return at(before, edit.path, () =>
        isEmpty(valueAt(after, edit.path)) ? valueAt(after, edit.path) : unknown,
      )
    case 'append': {
      const item = asRead(edit.value, plain, undefined, undefined)
      return at(before, edit.path, (old) => {
        if (item === unknown) return unknown
        if (Array.isArray(old)) return [...old, item]
        return old === null || old === undefined || old === ''
          ? [item]
          : [withoutFinalBreaks(old, after, edit.path), item]
      })
    }
    case 'remove-item':
      return at(before, edit.path, (old) => (Array.isArray(old) ? old.toSpliced(edit.index, 1) : unknown))
    case 'move-item':
      return at(before, edit.path, (old) => {
        if (edit.from === edit.to) return old
        return Array.isArray(old)
          ? old.toSpliced(edit.from, 1).toSpliced(edit.to, 0, old[edit.from])
          : unknown
      })
    case 'add-key':
      return at(before, edit.path, (old) => {
        const value = asRead(edit.value, plain, undefined, undefined)
        const map = old ?? {}
        if (value === unknown || typeof map !== 'object' || Object.hasOwn(map, edit.key)) return unknown
        return { ...map, [edit.key]: value }
      })
    case 'remove-key':
      return at(before, edit.path.slice(0, -1), (old) => without(old, edit.path.at(-1)))
    case 'rename-key':
      return at(before, edit.path.slice(0, -1), (old) => {
        const rest = without(old, edit.path.at(-1))
        return rest === unknown
          ? unknown
          : { ...(rest as object), [edit.key]: (old as Record<string, unknown>)[String(edit.path.at(-1))] }
      })
  }
}

function at(value: unknown, path: FieldPath, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value)) {
    const next = at(value[Number(step)], rest, change)
    return next === unknown ? unknown : value.with(Number(step), next)
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, String(step))) return unknown
  const next = at((value as Record<string, unknown>)[String(step)], rest, change)
  return next === unknown ? unknown : { ...value, [String(step)]: next }
}

function without(map: unknown, key: string | number | undefined): unknown {
  if (typeof map !== 'object' || map === null || !Object.hasOwn(map, String(key))) return unknown
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== String(key)))
}

function valueAt(value: unknown, path: FieldPath): unknown {
  let found = value
  for (const step of path) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[String(step)]
        : undefined
  }
  return found
}

/** A text keeps the line breaks that a block scalar ends with, which is the only liberty that an edit has. */
function asRead(value: AddedValue, plain: PlainReader, old: unknown, now: unknown): unknown {
  switch (value.kind) {
    case 'text': {
      const ending = typeof old === 'string' ? (/\n*$/.exec(old)?.[0] ?? '') : ''
      return now === value.text + ending && !value.text.endsWith('\n') ? now : value.text
    }
    case 'plain':
      return plain(value.source) === undefined ? unknown : plain(value.source)
    case 'list': {
      const items = value.items.map((item) => asRead(item, plain, undefined, undefined))
      return items.includes(unknown) ? unknown : items
    }
    case 'map': {
      const entries = value.entries.map(
        ([key, entry]) => [key, asRead(entry, plain, undefined, undefined)] as const,
      )
      return entries.some(([, entry]) => entry === unknown) ? unknown : Object.fromEntries(entries)
    }
  }
}

function withoutFinalBreaks(old: unknown, after: unknown, path: FieldPath): unknown {
  const list = valueAt(after, path)
  return Array.isArray(list) && typeof old === 'string' && list[0] === old.replace(/\n+$/, '') ? list[0] : old
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === undefined) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Parsers make their objects with and without a prototype. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.entries(value)
    .map(([key, entry]) => [key, withoutPrototypes(entry)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}
