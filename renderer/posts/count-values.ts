import type { PostSummary } from '#shared/contract/post'
import { yearOf } from './filter-posts'

/** A value that posts have, and how many of them. */
export type CountedValue = { readonly value: string; readonly count: number }

/** What the posts can be filtered by. */
export type CountedValues = {
  readonly tag: readonly CountedValue[]
  readonly author: readonly CountedValue[]
  readonly year: readonly CountedValue[]
  readonly language: readonly CountedValue[]
}

/** The values of all posts with their counts: names in the order of the alphabet, years newest first. */
export function countValues(posts: readonly PostSummary[]): CountedValues {
  return {
    tag: counted(posts, ({ tags }) => tags),
    author: counted(posts, ({ author }) => (author === null ? [] : [author])),
    year: counted(posts, (post) => [yearOf(post) ?? []].flat()).reverse(),
    language: counted(posts, ({ language }) => (language === null ? [] : [language])),
  }
}

function counted(
  posts: readonly PostSummary[],
  valuesOf: (post: PostSummary) => readonly string[],
): CountedValue[] {
  const counts = new Map<string, number>()
  for (const post of posts) {
    for (const value of valuesOf(post)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const { compare } = new Intl.Collator('en', { numeric: true })
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => compare(a.value, b.value))
}
