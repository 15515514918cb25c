import { matchesPattern } from '../glob-match'
import type { JekyllConfiguration } from './configuration'

type Rules = Pick<
  JekyllConfiguration,
  'include' | 'exclude' | 'destination' | 'collectionsFolder' | 'collections'
>

/** Where Jekyll finds a file, or why it does not. `path` is relative to the site's source. */
export type Place =
  | { readonly kind: 'post' | 'draft' }
  | { readonly kind: 'page' }
  | { readonly kind: 'document'; readonly collection: string }
  | { readonly kind: 'left-out'; readonly liesAmongPosts: boolean; readonly rule: string }

const datedName = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/

/** A post's name taken apart, null for one without a date (jekyll/document.rb, DATE_FILENAME_MATCHER). */
export function readDatedName(
  name: string,
): { readonly date: string; readonly slug: string; readonly ending: string } | null {
  const [, date, slug, ending] = datedName.exec(name) ?? []
  return date === undefined || slug === undefined || ending === undefined ? null : { date, slug, ending }
}

/** What Jekyll takes a file for, by its path alone (jekyll/reader.rb, entry_filter.rb, post_reader.rb). */
export function placeOf(path: string, rules: Rules): Place {
  const segments = path.split('/')
  const special = segments.findIndex((segment, index) => {
    return index < segments.length - 1 && (segment === '_posts' || segment === '_drafts')
  })
  const collection = collectionOf(path, rules)
  if (collection !== null) return documentIn(path, collection, rules)
  const folders = segments.slice(0, special === -1 ? -1 : special)
  const whyNot = whyNotWalked(folders, rules)
  if (special === -1) {
    const why = whyNot ?? whyLeftOut(segments.at(-1) ?? '', folders.join('/'), rules)
    return why === null ? { kind: 'page' } : { kind: 'left-out', liesAmongPosts: false, rule: why }
  }
  const leftOut = (rule: string): Place => ({ kind: 'left-out', liesAmongPosts: true, rule })
  if (whyNot !== null) return leftOut(whyNot)
  const folder = folders.join('/')
  if (rules.collectionsFolder !== '' && !folder.startsWith(rules.collectionsFolder))
    return leftOut(`it lies outside \`${rules.collectionsFolder}\`, the \`collections_dir\``)
  const base = segments.slice(0, special + 1).join('/')
  const entry = segments.slice(special + 1).join('/')
  const why = whyLeftOut(entry, base, rules)
  if (why !== null) return leftOut(why)
  const name = segments.at(-1) ?? ''
  if (segments[special] === '_drafts')
    return /\.[^.]+$/.test(name) ? { kind: 'draft' } : leftOut('its name has no ending')
  return readDatedName(name) === null ? leftOut('its name does not begin with a date') : { kind: 'post' }
}

function collectionOf(path: string, { collections, collectionsFolder }: Rules): string | null {
  const start = collectionsFolder === '' ? '_' : `${collectionsFolder}/_`
  if (!path.startsWith(start)) return null
  const name = path.slice(start.length).split('/', 1)[0] ?? ''
  return name !== 'posts' && name !== 'data' && collections.has(name) ? name : null
}

function documentIn(path: string, collection: string, rules: Rules): Place {
  const start = rules.collectionsFolder === '' ? 0 : rules.collectionsFolder.length + 1
  const entry = path.slice(start + collection.length + 2)
  const why = whyLeftOut(entry, `_${collection}`, rules)
  return why === null
    ? { kind: 'document', collection }
    : { kind: 'left-out', liesAmongPosts: false, rule: why }
}

function whyNotWalked(folders: readonly string[], rules: Rules): string | null {
  for (const [index, folder] of folders.entries()) {
    const why = whyLeftOut(folder, folders.slice(0, index).join('/'), rules, true)
    if (why !== null) return why
    if (folders.slice(0, index + 1).join('/') === rules.destination)
      return `\`${folder}\` is where the built site goes`
  }
  return null
}

/** Why `entry`, relative to the folder `base`, is not read; null when it is. */
function whyLeftOut(entry: string, base: string, rules: Rules, isFolder = false): string | null {
  const name = entry.slice(entry.lastIndexOf('/') + 1)
  if (entry.endsWith('.')) return 'its name ends with a dot'
  const isIncluded = matchesAny(rules.include, entry, false) || matchesAny(rules.include, name, false)
  if (isIncluded) return null
  const fromSource = base === '' ? entry : `${base}/${entry}`
  const excluding = rules.exclude.filter((pattern) => !rules.include.includes(pattern))
  if (matchesAny(excluding, fromSource, isFolder)) return 'it is in `exclude`'
  if (/^[._#~]/.test(entry) || /^[._#~]/.test(name))
    return `names that begin with \`${name[0]}\` are not read`
  return entry.endsWith('~') ? 'it is a backup file' : null
}

function matchesAny(patterns: readonly string[], entry: string, isFolder: boolean): boolean {
  return patterns.some((given) => {
    const pattern = given.replace(/^(?:\.?\/)+/, '')
    return (
      matchesPattern(pattern, entry) || entry.startsWith(pattern) || (isFolder && pattern === `${entry}/`)
    )
  })
}
