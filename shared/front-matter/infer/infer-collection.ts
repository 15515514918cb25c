import type { FieldSchema } from '../../contract/field'
import type { Dialect } from '../front-matter'
import type { DataNames } from './data-names'
import { type InSteps, inferFieldsInSteps } from './infer-fields'
import { mostFrequent } from './most-frequent'
import type { ObservedPost } from './observed'
import type { WantedKinds } from './wanted-kinds'

/** What a collection's posts and the blog's data files teach. */
export type LearntCollection = {
  readonly fields: FieldSchema[]
  /** The delimiters that most posts have; `yaml` where none has any. */
  readonly dialect: Dialect
}

/** The form of a collection's posts, the newest first, in steps. See `inferFields`. */
export function* inferCollection(
  posts: readonly ObservedPost[],
  dataFiles: readonly DataNames[],
  wanted: WantedKinds,
): InSteps<LearntCollection> {
  const fields = yield* inferFieldsInSteps(posts, dataFiles, wanted)
  return { fields, dialect: mostFrequent(posts.map(({ dialect }) => dialect)) ?? 'yaml' }
}
