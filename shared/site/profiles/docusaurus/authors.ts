import { parsedConfiguration } from '../../markdown/parsed-configuration'
import type { DocusaurusBlog } from './configuration'

/** The keys of each blog's map of authors, by the blog's id: none for a map that is not there, null for one that was not read. */
export type AuthorKeys = ReadonlyMap<string, ReadonlySet<string> | null>

/** Whether a file may be a map of authors. */
export function isAuthorsMap(path: string): boolean {
  return /(?:^|\/)authors\.(?:ya?ml|json)$/.test(path)
}

/** Reads the maps of authors. Those in other languages are taken to have the same keys. */
export function authorKeys(
  blogs: readonly DocusaurusBlog[],
  paths: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): AuthorKeys {
  return new Map(blogs.map((blog) => [blog.id, keysOf(blog, paths, texts)]))
}

function keysOf(
  { folder, authorsMap }: DocusaurusBlog,
  paths: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): ReadonlySet<string> | null {
  if (authorsMap === null) return null
  const file = folder === '' ? authorsMap : `${folder}/${authorsMap}`
  if (!paths.has(file)) return new Set()
  const text = texts.get(file)
  const value = text === undefined ? null : parsedConfiguration(file, text)
  return typeof value === 'object' && value !== null ? new Set(Object.keys(value)) : null
}

/** The first author of a post, named by key alone or in a map, whom the blog does not know; null when all are known. */
export function unknownAuthor(authors: unknown, known: ReadonlySet<string> | null): string | null {
  if (known === null) return null
  const entries = Array.isArray(authors) ? authors : [authors]
  const keys = entries.map((entry) =>
    typeof entry === 'object' && entry !== null ? (Reflect.get(entry, 'key') as unknown) : entry,
  )
  return keys.filter((key) => typeof key === 'string' && key !== '').find((key) => !known.has(key)) ?? null
}
