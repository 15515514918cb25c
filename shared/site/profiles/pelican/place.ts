import { matchesPattern } from '../glob-match'
import type { PelicanConfiguration } from './configuration'

/** Where a file lies: `path` is relative to the content folder. `left-out` lies among articles without being one. */
export type ContentPlace =
  | { readonly kind: 'article' | 'page'; readonly path: string }
  | { readonly kind: 'left-out'; readonly path: string; readonly rule: string }
  | { readonly kind: 'outside' }

const readable = /\.(?:md|markdown|mkd|mdown|rst)$/

/** Whether Pelican's readers for Markdown and reStructuredText take a file of this name; the ending must be in lower case. */
export function isReadable(path: string): boolean {
  return readable.test(path)
}

/** What `ARTICLE_PATHS`, `PAGE_PATHS` and their excludes make of a file, by its path in the site. */
export function placeOf(file: string, site: PelicanConfiguration): ContentPlace {
  if (!isReadable(file) || !file.startsWith(site.content)) return { kind: 'outside' }
  const path = file.slice(site.content.length)
  if (isBelow(path, site.pagePaths) && exclusionOf(path, site.pagePaths, site.pageExcludes) === null)
    return { kind: 'page', path }
  if (!isBelow(path, site.articlePaths)) return { kind: 'outside' }
  const ignored = site.ignored.find((pattern) =>
    path.split('/').some((name) => matchesPattern(pattern, name)),
  )
  if (ignored !== undefined) return { kind: 'left-out', path, rule: `\`${ignored}\` in \`IGNORE_FILES\`` }
  const excluded = exclusionOf(path, site.articlePaths, site.articleExcludes)
  return excluded === null
    ? { kind: 'article', path }
    : { kind: 'left-out', path, rule: `\`${excluded}\` in \`ARTICLE_EXCLUDES\`` }
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`))
}

/** Only folders are excluded, and only such as lie below a path that is searched. */
function exclusionOf(path: string, searched: readonly string[], excludes: readonly string[]): string | null {
  return (
    excludes.find(
      (folder) =>
        path.startsWith(`${folder}/`) &&
        searched.some((root) => root === '' || folder.startsWith(`${root}/`)),
    ) ?? null
  )
}
