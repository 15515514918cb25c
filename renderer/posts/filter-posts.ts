import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { PostListSettings } from '#shared/contract/preferences'
import { shownDay } from '#shared/post/summarise-post'
import { stateOf } from './post-state'

/** What narrows the list. */
export type PostFilters = Pick<PostListSettings, 'show' | 'tag' | 'author' | 'year' | 'language'>

/**
 * The posts that a query and the filters leave, in the list's order. Every word of the query must occur in title, author, path or tags,
 * in any case.
 */
export function filterPosts(
  posts: readonly PostSummary[],
  query: string,
  filters: PostFilters,
  changed: ReadonlySet<PostPath>,
): readonly PostSummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return posts.filter((post) => passes(post, filters, changed) && hasWords(post, words))
}

function passes(post: PostSummary, filters: PostFilters, changed: ReadonlySet<PostPath>): boolean {
  return (
    isShown(post, filters.show, changed) &&
    (filters.tag === null || post.tags.includes(filters.tag)) &&
    (filters.author === null || post.author === filters.author) &&
    (filters.year === null || yearOf(post) === filters.year) &&
    (filters.language === null || post.language === filters.language)
  )
}

/** Whether a post is one of those that a choice of the "Show" row names. */
export function isShown(
  post: PostSummary,
  show: PostFilters['show'],
  changed: ReadonlySet<PostPath>,
): boolean {
  switch (show) {
    case 'all':
      return true
    case 'drafts':
      return stateOf(post) === 'draft'
    case 'scheduled':
      return stateOf(post) === 'scheduled'
    case 'changed':
      return changed.has(post.path)
  }
}

/** The year that the list shows for a post, null without a date. */
export function yearOf(post: PostSummary): string | null {
  return shownDay(post)?.slice(0, 4) ?? null
}

const searched = new WeakMap<PostSummary, string>()

function hasWords(post: PostSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true
  let text = searched.get(post)
  if (text === undefined) {
    text = [post.title, post.author ?? '', post.path, ...post.tags].join('\n').toLocaleLowerCase()
    searched.set(post, text)
  }
  return words.every((word) => text.includes(word))
}
