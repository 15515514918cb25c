import { matchesGlobs } from '../matches-globs'
import { fieldOf, type ProgramValue } from '../program/program-value'
import { type CascadeData, tagsOf } from './data-cascade'
import type { EleventySite } from './site'

/** What makes a template a post. */
export type PostRule =
  | { readonly kind: 'tag'; readonly tag: string; readonly source: string | null }
  | { readonly kind: 'globs'; readonly name: string; readonly globs: readonly string[] }
  | { readonly kind: 'folders'; readonly folders: readonly string[]; readonly isChosen: boolean }

/** Names that collections of posts go by, the most usual first. */
const usualNames = [
  'posts',
  'post',
  'blog',
  'articles',
  'article',
  'journal',
  'writing',
  'essays',
  'notes',
  'news',
  'entries',
  'stories',
]
const usualFolder = /^(?:_?posts?|blog|articles?|journal|writing|essays|notes|news|entries|stories)$/i

/**
 * Which collection holds the posts: the writer's own folders, else a collection that the site puts together under a usual name, else a tag
 * that a folder's data sets (a usual name before others, then what comes most often), else a tag of a usual name in the posts themselves, else
 * folders of a usual name.
 */
export function postRuleOf(
  site: EleventySite,
  paths: readonly string[],
  tagsInPosts: readonly (readonly string[])[],
): PostRule {
  const { choices, configuration, cascade } = site
  if (choices.postFolders !== undefined)
    return { kind: 'folders', folders: choices.postFolders.map(slashed), isChosen: true }
  for (const name of usualNames) {
    const own = configuration.collections.get(name)
    if (own?.globs) return { kind: 'globs', name, globs: own.globs }
    if (own?.tag) return { kind: 'tag', tag: own.tag, source: configuration.file }
  }
  const folders = cascade.taggedFolders()
  const inFolders = folders.flatMap(({ tags, file, folder }) =>
    tags.map((tag) => ({ tag, file, count: paths.filter((path) => path.startsWith(folder)).length })),
  )
  const ordered = inFolders.toSorted(
    (one, other) => rank(one.tag) - rank(other.tag) || other.count - one.count,
  )
  const inPosts = usualNames.find((name) => tagsInPosts.some((tags) => tags.includes(name)))
  const [first] = ordered
  if (first !== undefined && (rank(first.tag) < usualNames.length || inPosts === undefined))
    return { kind: 'tag', tag: first.tag, source: first.file }
  if (inPosts !== undefined) return { kind: 'tag', tag: inPosts, source: null }
  const named = paths
    .map((path) => path.slice(configuration.input.length).split('/'))
    .flatMap((parts) =>
      parts.length > 1 && usualFolder.test(parts[0] ?? '') ? [`${configuration.input}${parts[0]}/`] : [],
    )
  return { kind: 'folders', folders: [...new Set(named)], isChosen: false }
}

function rank(tag: string): number {
  const at = usualNames.indexOf(tag.toLowerCase())
  return at === -1 ? usualNames.length : at
}

function slashed(folder: string): string {
  return `${folder.replace(/^(?:\.?\/)+|\/+$/g, '')}/`.replace(/^\/$/, '')
}

/** Whether a template is in the collection of posts. */
export function isInPosts(path: string, data: CascadeData, rule: PostRule): boolean {
  if (rule.kind === 'folders')
    return (
      rule.folders.some((folder) => path.startsWith(folder)) &&
      !/(?:^|\/)index\.(?:njk|liquid|html)$/.test(path)
    )
  const excluded: ProgramValue = fieldOf(data, 'eleventyExcludeFromCollections')
  if (excluded === true) return false
  if (rule.kind === 'globs') return matchesGlobs(rule.globs, path)
  return (
    tagsOf(data.fields.get('tags')).includes(rule.tag) &&
    !tagsOf(Array.isArray(excluded) ? excluded : undefined).includes(rule.tag)
  )
}
