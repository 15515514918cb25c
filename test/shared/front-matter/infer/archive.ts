import type { FieldSchema } from '#shared/contract/field'
import type { DataNames } from '#shared/front-matter/infer/data-names'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { observePost } from '#shared/front-matter/infer/observe-post'
import type { ObservedPost } from '#shared/front-matter/infer/observed'

/** Published posts with these blocks of YAML; what cannot be read is left out. */
export function postsWith(...blocks: readonly string[]): readonly ObservedPost[] {
  return blocks.flatMap((block) => observePost(`---\n${block}\n---\n`, {}, true) ?? [])
}

/** The form of posts with these blocks. */
export function fieldsOf(...blocks: readonly string[]): readonly FieldSchema[] {
  return inferFields(postsWith(...blocks))
}

/** The field `key` when the posts give it these values. */
export function fieldWith(
  key: string,
  values: readonly string[],
  dataFiles: readonly DataNames[] = [],
): FieldSchema {
  const [field] = inferFields(postsWith(...values.map((value) => `${key}: ${value}`)), dataFiles)
  if (field === undefined) throw new Error('no field was learnt')
  return field
}
