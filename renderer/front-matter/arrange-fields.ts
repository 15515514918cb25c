import type { FieldSchema } from '#shared/contract/field'
import type { Field } from '#shared/front-matter/front-matter'

/** A place of the form: a field that the post has, or one that its collection wants and the post lacks (`field` is null). */
export type FormEntry = {
  readonly key: string
  /** Tells a key's uses apart where it stands more than once, from 0. */
  readonly nth: number
  readonly field: Field | null
  readonly schema: FieldSchema | undefined
}

/** Fields under one heading; null: none. */
export type FormSection = { readonly group: string | null; readonly entries: readonly FormEntry[] }

/** A form from top to bottom. `more` is folded away. */
export type FormArrangement = {
  readonly sections: readonly FormSection[]
  readonly more: readonly FormEntry[]
}

/**
 * Puts a post's fields into the order that the collection has; one that the collection does not know stays below its neighbour in the
 * file. What is required and missing stands in its place. Fields without a group come first.
 */
export function arrangeFields(fields: readonly Field[], schemas: readonly FieldSchema[]): FormArrangement {
  const entries = orderedEntries(fields, schemas)
  const isFolded = ({ schema }: FormEntry) => schema?.isRare === true && !schema.isRequired
  const groups = new Map<string | null, FormEntry[]>([[null, []]])
  for (const entry of entries.filter((entry) => !isFolded(entry))) {
    const group = entry.schema?.group ?? null
    const others = groups.get(group)
    if (others === undefined) groups.set(group, [entry])
    else others.push(entry)
  }
  return {
    sections: [...groups]
      .filter(([, entries]) => entries.length > 0)
      .map(([group, entries]) => ({ group, entries })),
    more: entries.filter(isFolded),
  }
}

/** The schemas of keys that a map lacks, in the collection's order; letter case does not count, as generators do not mind it. */
export function missingSchemas(
  fields: readonly Field[],
  schemas: readonly FieldSchema[],
): readonly FieldSchema[] {
  const present = new Set(fields.map(({ key }) => key.toLowerCase()))
  return schemas.filter(({ key }) => !present.has(key.toLowerCase()))
}

function orderedEntries(fields: readonly Field[], schemas: readonly FieldSchema[]): readonly FormEntry[] {
  const schemaOf = matchSchemas(fields, schemas)
  const counts = new Map<string, number>()
  const missing = new Set(missingSchemas(fields, schemas).filter(({ isRequired }) => isRequired))
  const bySchema = new Map<FieldSchema, FormEntry[]>()
  const first: FormEntry[] = []
  // what is not known goes with the known field above it, and a key's second use with its first
  let followed = first
  for (const field of fields) {
    const nth = counts.get(field.key) ?? 0
    counts.set(field.key, nth + 1)
    const schema = schemaOf.get(field.key)
    if (schema !== undefined) {
      const known = bySchema.get(schema) ?? []
      bySchema.set(schema, known)
      followed = known
    }
    followed.push({ key: field.key, nth, field, schema })
  }
  return [
    ...first,
    ...schemas.flatMap((schema) =>
      missing.has(schema) ? [{ key: schema.key, nth: 0, field: null, schema }] : (bySchema.get(schema) ?? []),
    ),
  ]
}

function matchSchemas(
  fields: readonly Field[],
  schemas: readonly FieldSchema[],
): ReadonlyMap<string, FieldSchema> {
  const exact = new Map(schemas.map((schema) => [schema.key, schema]))
  const caseless = new Map(schemas.map((schema) => [schema.key.toLowerCase(), schema]))
  const matched = new Map<string, FieldSchema>()
  for (const { key } of fields) {
    const schema = exact.get(key) ?? caseless.get(key.toLowerCase())
    if (schema !== undefined) matched.set(key, schema)
  }
  return matched
}
