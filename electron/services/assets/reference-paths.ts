import { PostPath } from '#shared/contract/post-path'
import { plainAddresses, type SiteAddresses } from '#shared/site/site-addresses'

// Where generators keep what they copy to the site's root.
const siteRoots = ['', 'static', 'public', 'source', 'src', 'assets', 'content', 'docs', 'site']

/** Before a path, where a generator or a bundler writes which of its folders is meant. */
const folderMarks: readonly (readonly [mark: RegExp, folders: readonly string[]])[] = [
  // docusaurus.io/docs/markdown-features/assets: the site's own folder
  [/^@site\//, ['']],
  // how Astro's and other sites shorten paths to their sources
  [/^[@~]\//, ['src', '']],
]

/** docs.getpelican.com/en/stable/content.html#linking-to-internal-content, with the bars of old versions. */
const pelicanMark = /^(?:\{(?:static|attach|filename)\}|\|(?:static|attach|filename)\|)/

/**
 * The files of the blog that a reference in a post may mean, likeliest first. Relative references start at the post's folder, or at
 * the folder of its own name (Hexo's asset folders), and where they climb out of it at the site's root, since a page has other folders above it
 * than its post; `/images/x.png` at the site's root, wherever above the post that is, with or without the site's base. A query
 * and a fragment are dropped. Empty for an address elsewhere and for a reference that leaves the blog.
 */
export function referencePaths(
  post: string,
  reference: string,
  site: SiteAddresses = plainAddresses,
): readonly PostPath[] {
  const path = decode(reference.replace(/[?#].*$/s, ''))
  if (path === '' || isElsewhere(reference)) return []
  const paths = candidatesFor(post, path, site)
    .map(normalise)
    .map((candidate) => PostPath.safeParse(candidate))
    .filter((candidate) => candidate.success)
    .map((candidate) => candidate.data)
  return [...new Set(paths)]
}

function candidatesFor(post: string, path: string, site: SiteAddresses): readonly string[] {
  const unmarked = path.replace(pelicanMark, '')
  if (unmarked !== path)
    return unmarked.startsWith('/') ? fromContent(post, unmarked) : fromPost(post, unmarked)
  for (const [mark, folders] of folderMarks) {
    const rest = path.replace(mark, '')
    if (rest !== path)
      return basesOf(post).flatMap((base) => folders.map((folder) => `${base}/${folder}/${rest}`))
  }
  if (!path.startsWith('/')) return fromPost(post, path)
  const { base, hasPostAssets } = site
  const withoutBase = base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : null
  return [
    ...(withoutBase === null ? [] : fromSite(post, withoutBase)),
    ...fromSite(post, path),
    ...(hasPostAssets ? [`${ownFolderOf(post)}/${withoutBase ?? path}`] : []),
  ]
}

/** The path that a reference writes, without slash, `.`, query, fragment and escapes; null for an address elsewhere. */
export function pathWrittenIn(reference: string): string | null {
  return isElsewhere(reference) ? null : normalise(decode(reference.replace(/[?#].*$/s, '')))
}

/** The folders that a post lies in, outermost first. */
export function foldersAbove(post: string): readonly string[] {
  const segments = post.split('/').slice(0, -1)
  return segments.map((_segment, index) => segments.slice(0, index + 1).join('/'))
}

function isElsewhere(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference)
}

function fromPost(post: string, path: string): readonly string[] {
  const beside = [`${folderOf(post)}/${path}`, `${ownFolderOf(post)}/${path}`]
  const climbed = path.replace(/^(?:\.\.?\/)+/, '')
  return path.startsWith('../') ? [...beside, ...fromSite(post, climbed)] : beside
}

/** Pelican's `PATH`, which is the root or a folder above the post. */
function fromContent(post: string, path: string): readonly string[] {
  return basesOf(post).map((base) => `${base}/${path}`)
}

function fromSite(post: string, path: string): readonly string[] {
  return basesOf(post).flatMap((base) => siteRoots.map((root) => `${base}/${root}/${path}`))
}

function basesOf(post: string): readonly string[] {
  return ['', ...foldersAbove(post)]
}

function ownFolderOf(post: string): string {
  return post.replace(/\.[^./]+$/, '')
}

function folderOf(post: string): string {
  return post.slice(0, Math.max(0, post.lastIndexOf('/')))
}

/** Without `.` and empty segments, `..` taken back; one that leads above the root stays and is then no path of the blog. */
function normalise(path: string): string {
  const result: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..' && result.length > 0 && result.at(-1) !== '..') result.pop()
    else result.push(segment)
  }
  return result.join('/')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    // a lone % is a character of the name
    if (error instanceof URIError) return path
    throw error
  }
}
