import type { FieldSchema } from '../../contract/field'
import type { Field, FieldValue } from '../front-matter'
import { holds } from './holds'
import { inferFields } from './infer-fields'
import type { ObservedPost } from './observed'

/** A post as its fields are compared with what was learnt. `name` tells it from others. */
export type CheckedPost = {
  readonly name: string
  readonly fields: readonly Field[]
  readonly observed: ObservedPost
}

/** A field's schema against the values that posts have. */
export type FieldCheck = {
  readonly key: string
  readonly valueCount: number
  /** The values that the control of the field's kind has no room for. */
  readonly exceptions: readonly { readonly post: string; readonly value: FieldValue }[]
}

/** Compares each schema with all values that `posts` have for it. See `holds`. */
export function checkFields(schemas: readonly FieldSchema[], posts: readonly CheckedPost[]): FieldCheck[] {
  const values = new Map<string, { readonly post: string; readonly value: FieldValue }[]>()
  for (const { name, fields } of posts)
    for (const { key, value } of fields) {
      const caseless = key.toLowerCase()
      const known = values.get(caseless)
      if (known === undefined) values.set(caseless, [{ post: name, value }])
      else known.push({ post: name, value })
    }
  return schemas.map((schema) => {
    const own = values.get(schema.key.toLowerCase()) ?? []
    const exceptions = own.filter(({ value }) => !holds(schema, value))
    return { key: schema.key, valueCount: own.length, exceptions }
  })
}

/** Of one half of the posts each value is known; below these counts a half teaches nothing that can be checked. */
const fewest = { values: 6, learntFrom: 3 }

/**
 * How well what is learnt from some posts suits others: each half of `posts` (every other one) against what the other half teaches, for
 * fields that both halves have, with at least six values in all.
 */
export function checkHalves(posts: readonly CheckedPost[]): FieldCheck[] {
  const halves = [0, 1].map((half) => posts.filter((_, index) => index % 2 === half)) as [
    CheckedPost[],
    CheckedPost[],
  ]
  return [halves, halves.toReversed() as typeof halves].flatMap(([learntFrom, checked]) => {
    const schemas = inferFields(learntFrom.map(({ observed }) => observed))
    const counts = new Map(checkFields(schemas, learntFrom).map(({ key, valueCount }) => [key, valueCount]))
    return checkFields(schemas, checked).filter(({ key, valueCount }) => {
      const learntCount = counts.get(key) ?? 0
      return valueCount > 0 && learntCount >= fewest.learntFrom && learntCount + valueCount >= fewest.values
    })
  })
}
