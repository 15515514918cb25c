import type { Place } from './lookup'
import { type Plan, refusedPlan } from './plan'

/** A value with a tag stays what the tag says, which the new value would not be. */
export function refusedForTag({ node, offset }: Place): Plan | null {
  if (node?.tag === undefined) return null
  return refusedPlan('tag', 'A tag says what kind of value this is. Change it in the text.', offset)
}
