import type { Field, FieldValue } from '#shared/front-matter/front-matter'

/**
 * `next` with every field that says the same as before taken from `before`, so that only what was edited is rendered again. The places of
 * such a field are old: whoever needs them asks the editor.
 */
export function shareFields(before: readonly Field[], next: readonly Field[]): readonly Field[] {
  const byKey = new Map(before.map((field) => [field.key, field]))
  const shared = next.map((field, index) => {
    const old = before[index]?.key === field.key ? before[index] : byKey.get(field.key)
    return old === undefined ? field : shareField(old, field)
  })
  const isSame = shared.length === before.length && shared.every((field, index) => field === before[index])
  return isSame ? before : shared
}

function shareField(old: Field, next: Field): Field {
  const value = shareValue(old.value, next.value)
  const isSame =
    value === old.value &&
    old.refusal?.message === next.refusal?.message &&
    // whether a text has quotes shows in how long its source is
    old.valueRange.to - old.valueRange.from === next.valueRange.to - next.valueRange.from &&
    samePath(old, next)
  if (isSame) return old
  return { ...next, path: samePath(old, next) ? old.path : next.path, value }
}

function samePath(one: Field, other: Field): boolean {
  return one.path.length === other.path.length && one.path.every((step, index) => step === other.path[index])
}

function shareValue(old: FieldValue, next: FieldValue): FieldValue {
  switch (next.kind) {
    case 'text':
      return old.kind === 'text' && old.text === next.text ? old : next
    case 'plain':
      return old.kind === 'plain' && old.type === next.type && old.source === next.source ? old : next
    case 'list': {
      if (old.kind !== 'list') return next
      const items = next.items.map((item, index) => {
        const before = old.items[index]
        return before === undefined ? item : shareValue(before, item)
      })
      const isSame =
        items.length === old.items.length && items.every((item, index) => item === old.items[index])
      return isSame ? old : { kind: 'list', items }
    }
    case 'map': {
      if (old.kind !== 'map') return next
      const entries = shareFields(old.entries, next.entries)
      return entries === old.entries ? old : { kind: 'map', entries }
    }
  }
}
