import { type PostValues, textOf, valueFor } from '../../post/post-values'
import { wordsOf } from './words'

/** The name that a file goes by: without its ending, and its folder's where it is an `index`. */
function nameOfFile(path: string): string {
  const segments = path.split('/')
  const stem = (segments.pop() ?? '').replace(/\.[^.]*$/, '')
  return /^_?index$/i.test(stem) ? (segments.pop() ?? stem) : stem
}

const wordsIn = (name: string): string => wordsOf(name.replace(/_/g, ' ')).join(' ')

/** What the page of a post may be called: its file, its slug, its last address, or its title. */
function namesOf(path: string, title: string, values: PostValues): ReadonlySet<string> {
  const file = nameOfFile(path)
  const addresses = ['slug', 'permalink', 'url'].map((key) => textOf(valueFor(values, key)) ?? '')
  const lastOf = (address: string): string => nameOfFile(address.replace(/\/+$/, ''))
  const names = [file, file.replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, ''), ...addresses.map(lastOf), title]
  return new Set(names.map(wordsIn).filter((name) => name !== ''))
}

/** Those of the built pages that may be a post's by their name, the shorter path first. */
export function pagesNamedLike(
  pages: readonly string[],
  post: { readonly path: string; readonly title: string; readonly values: PostValues },
): readonly string[] {
  const names = namesOf(post.path, post.title, post.values)
  return pages
    .filter((page) => names.has(wordsIn(nameOfFile(page))))
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))
}
