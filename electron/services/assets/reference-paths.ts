import { PostPath } from '#shared/contract/post-path'

// Where generators keep what they copy to the site's root.
const siteRoots = ['', 'static', 'public', 'source', 'src', 'assets', 'content', 'docs', 'site']

/**
 * The files of the blog that a reference in a post may mean, likeliest first. Relative references start at the post's folder, or at
 * the folder of its own name (Hexo's asset folders); `/images/x.png` at the site's root, wherever above the post that is. A query
 * and a fragment are dropped. Empty for an address elsewhere and for a reference that leaves the blog.
 */
export function referencePaths(post: string, reference: string): readonly PostPath[] {
  const path = decode(reference.replace(/[?#].*$/s, ''))
  if (path === '' || isElsewhere(reference)) return []
  const candidates = path.startsWith('/') ? fromSite(post, path.slice(1)) : fromPost(post, path)
  const paths = candidates
    .map(normalise)
    .map((candidate) => PostPath.safeParse(candidate))
    .filter((candidate) => candidate.success)
    .map((candidate) => candidate.data)
  return [...new Set(paths)]
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
  const folder = folderOf(post)
  const ownFolder = post.replace(/\.[^./]+$/, '')
  return [`${folder}/${path}`, `${ownFolder}/${path}`]
}

function fromSite(post: string, path: string): readonly string[] {
  const bases = ['', ...foldersAbove(post)]
  return bases.flatMap((base) => siteRoots.map((root) => `${base}/${root}/${path}`))
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
