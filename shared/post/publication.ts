import type { PostSummary } from '../contract/post'
import type { GeneratorId } from '../site/detect-generator'
import { type PostValues, textOf, valueFor } from './post-values'

/** Whether a post is written by its generator, as far as the post itself tells. */
export type Publication = Pick<PostSummary, 'published' | 'reason'>

// Checked by running them: a post with `draft: true` is published by both.
const ignoreDraftFlag: ReadonlySet<GeneratorId | null> = new Set(['jekyll', 'hexo'])
const readStatus: ReadonlySet<GeneratorId | null> = new Set(['pelican', null])

/**
 * A draft by its folder (`_drafts`), by `draft: true` where the generator heeds it, by `published: false` or, in Pelican and where the
 * generator is unknown, by `status: draft`. Anything else is unknown: whether it is out depends on the site's configuration and the clock.
 */
export function publicationOf(path: string, values: PostValues, generator: GeneratorId | null): Publication {
  const isDraft =
    /(?:^|\/)_drafts\//.test(path) ||
    valueFor(values, 'published') === false ||
    (!ignoreDraftFlag.has(generator) && isYes(valueFor(values, 'draft'))) ||
    (readStatus.has(generator) && textOf(valueFor(values, 'status'))?.toLowerCase() === 'draft')
  return isDraft ? { published: false, reason: 'draft' } : { published: null, reason: null }
}

function isYes(value: unknown): boolean {
  return value === true || /^(?:true|yes|on)$/i.test(textOf(value) ?? '')
}
