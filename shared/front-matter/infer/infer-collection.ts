import type { FieldSchema } from '../../contract/field'
import type { Dialect } from '../front-matter'
import type { DataNames } from './data-names'
import { inferFields } from './infer-fields'
import { mostFrequent } from './most-frequent'
import type { ObservedPost } from './observed'

/** What a collection's posts and the blog's data files teach: its fields, and the delimiters that most of its posts have (`yaml` where none has any). */
export function inferCollection(
  posts: readonly ObservedPost[],
  dataFiles: readonly DataNames[],
): {
  readonly fields: FieldSchema[]
  readonly dialect: Dialect
} {
  return {
    fields: inferFields(posts, dataFiles),
    dialect: mostFrequent(posts.map(({ dialect }) => dialect)) ?? 'yaml',
  }
}
