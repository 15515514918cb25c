import type { PostSummary } from '../contract/post'

/** Whether a post will be published. `tone`: out, kept back, or not known. `words` is one answer; backticks stand around what is code. */
export type PublishAnswer = {
  readonly tone: 'yes' | 'no' | 'unknown'
  readonly words: string
}

type Judged = Pick<PostSummary, 'published' | 'reason' | 'rule' | 'permalink'>

/**
 * The answer to "Will it publish?" for a post as it is on disk: "No: `draft: true`. When you publish it, it will be at /2024/05/tea/."
 * Says so where it cannot be told; nothing is guessed.
 */
export function willItPublish(post: Judged): PublishAnswer {
  if (post.published === null) return { tone: 'unknown', words: unknownWords(post.permalink) }
  if (post.published) return { tone: 'yes', words: publishedWords(post.permalink) }
  return { tone: 'no', words: keptBackWords(post) }
}

function unknownWords(permalink: string | null): string {
  const where = permalink === null ? '' : ` If it is, it will be at ${permalink}.`
  return `It cannot be told whether this will be published: the site’s files do not say.${where}`
}

function publishedWords(permalink: string | null): string {
  return permalink === null
    ? 'Yes. At which address cannot be told from the site’s files.'
    : `Yes, at ${permalink}.`
}

function keptBackWords({ reason, rule, permalink }: Judged): string {
  switch (reason) {
    case 'draft':
      return `No: ${rule ?? 'it is a draft'}.${addressWords('When you publish it, it will be at', permalink)}`
    case 'future':
      return `Not yet: ${rule ?? 'its date is yet to come'}.${addressWords('Then it will be at', permalink)}`
    case 'expired':
      return `No longer: ${rule ?? 'its last day is over'}.${addressWords('Its address is', permalink)}`
    case 'excluded':
      return `No: ${rule ?? 'the site leaves it out'}.`
    case 'not-a-post':
    case null:
      return rule === null ? 'No: the site makes no post of this file.' : `No: ${rule}.`
  }
}

function addressWords(before: string, permalink: string | null): string {
  return permalink === null ? '' : ` ${before} ${permalink}.`
}
