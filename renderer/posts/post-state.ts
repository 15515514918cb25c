import type { PostSummary } from '#shared/contract/post'

/** How a post stands to its readers, as the list marks it; `unknown` where it cannot be told. */
export type PostState = 'draft' | 'scheduled' | 'published' | 'expired' | 'excluded' | 'unknown'

/** The states in the order of the list: what is being worked on comes first. */
export const postStates: readonly PostState[] = [
  'draft',
  'scheduled',
  'published',
  'expired',
  'excluded',
  'unknown',
]

/** The state of a post. */
export function stateOf({ published, reason }: Pick<PostSummary, 'published' | 'reason'>): PostState {
  switch (reason) {
    case 'draft':
    case 'expired':
    case 'excluded':
      return reason
    case 'future':
      return 'scheduled'
    case 'not-a-post':
      return 'excluded'
    case null:
      return published === null ? 'unknown' : published ? 'published' : 'excluded'
  }
}
