import type { Field, FieldPath, FieldValue, FrontMatter } from '#shared/front-matter/front-matter'

/** The fields of a front matter; none where it has none or cannot be read. */
export function fieldsOf(frontMatter: FrontMatter): readonly Field[] {
  return frontMatter.kind === 'fields' ? frontMatter.fields : []
}

/** The value that `path` leads to; null where there is none. Of keys that stand twice the first counts. */
export function valueAt(fields: readonly Field[], path: FieldPath): FieldValue | null {
  let value: FieldValue = { kind: 'map', entries: fields }
  for (const step of path) {
    const next: FieldValue | undefined =
      value.kind === 'list'
        ? value.items[Number(step)]
        : value.kind === 'map'
          ? value.entries.find(({ key }) => key === step)?.value
          : undefined
    if (next === undefined) return null
    value = next
  }
  return value
}

/** The innermost field on the way to `path`: an item of a list has no place of its own. `nth` tells keys apart that stand twice at the root. */
export function nearestField(fields: readonly Field[], path: FieldPath, nth = 0): Field | null {
  const alike = fields.filter(({ key }) => key === path[0])
  let nearest = alike[nth] ?? alike[0] ?? null
  let value = nearest?.value
  for (const step of path.slice(1)) {
    if (value?.kind === 'map') {
      const entry: Field | undefined = value.entries.find(({ key }) => key === step)
      nearest = entry ?? nearest
      value = entry?.value
    } else value = value?.kind === 'list' ? value.items[Number(step)] : undefined
  }
  return nearest
}
