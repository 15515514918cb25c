import type { PostSummary } from '#shared/contract/post'
import type { PostListSettings } from '#shared/contract/preferences'
import { shownDay } from '#shared/post/summarise-post'
import { postStrings } from '../strings/posts'
import { postStates, stateOf } from './post-state'

/** Posts below one heading. `id` is unique in the list. */
export type PostGroup = {
  readonly id: string
  readonly heading: string
  readonly posts: readonly PostSummary[]
}

type Sort = PostListSettings['sort']

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The posts in the order that the writer chose, in groups: months (newest first), authors, states or folders. Within a group they stay as
 * they came, newest first. By title there are no groups, but one list by the alphabet.
 */
export function arrangePosts(posts: readonly PostSummary[], sort: Sort): readonly PostGroup[] {
  if (sort === 'title') {
    const keyed = [...posts].sort((left, right) => collator.compare(left.title, right.title))
    return [{ id: 'title', heading: postStrings.posts, posts: keyed }]
  }
  const groups = new Map<string, PostSummary[]>()
  for (const post of posts) {
    const key = keyOf(post, sort)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [post])
    else group.push(post)
  }
  return [...groups]
    .sort(([left], [right]) => compareKeys(left, right, sort))
    .map(([key, members]) => ({ id: `${sort} ${key}`, heading: headingFor(key, sort), posts: members }))
}

/** Empty for a post that has no such value; it goes last. */
function keyOf(post: PostSummary, sort: Exclude<Sort, 'title'>): string {
  switch (sort) {
    case 'date':
      return shownDay(post)?.slice(0, 7) ?? ''
    case 'author':
      return post.author ?? ''
    case 'state':
      return stateOf(post)
    case 'folder':
      return folderOf(post)
  }
}

/** The folder that a post lies in; of a post that has a folder of its own, the one around that. */
function folderOf({ path, kind }: PostSummary): string {
  const parts = path.split('/').slice(0, kind === 'bundle' ? -2 : -1)
  return parts.join('/')
}

function compareKeys(left: string, right: string, sort: Sort): number {
  if (sort === 'state') return placeOf(left) - placeOf(right)
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1
  if (sort === 'date') return left < right ? 1 : left > right ? -1 : 0
  return collator.compare(left, right)
}

function placeOf(state: string): number {
  return (postStates as readonly string[]).indexOf(state)
}

function headingFor(key: string, sort: Sort): string {
  switch (sort) {
    case 'date':
      return key === '' ? postStrings.noDate : postStrings.month(key)
    case 'author':
      return key === '' ? postStrings.noAuthor : key
    case 'state':
      return postStrings.states[key as keyof typeof postStrings.states]
    case 'folder':
      return key === '' ? postStrings.topFolder : key
    case 'title':
      return postStrings.posts
  }
}
