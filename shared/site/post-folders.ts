/** A file that may be a post, with what its first lines told. */
export type PostCandidate = {
  /** Relative to the blog, `/` between segments. */
  readonly path: string
  readonly markup: 'markdown' | 'other'
  readonly hasFrontMatter: boolean
  readonly hasTitle: boolean
  /** In the front matter or in the file's name. */
  readonly hasDate: boolean
}

type Cluster = {
  readonly folder: string
  readonly kind: 'certain' | 'named' | 'found'
  readonly members: readonly PostCandidate[]
}

const ignoredFolders = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'public',
  'dist',
  'build',
  'output',
  'target',
  'test',
  'tests',
  '__tests__',
  'fixtures',
  'archetypes',
  'layouts',
  'themes',
  'scaffolds',
  'templates',
  'resources',
])

const certainNames = new Set(['_posts', '_drafts'])
const postFolderNames = new Set([
  'posts',
  'post',
  'blog',
  'blogs',
  'weblog',
  'articles',
  'article',
  'writing',
  'writings',
  'essays',
  'journal',
  'news',
  'log',
])
const documentFolders = new Set([
  'docs',
  'doc',
  'documentation',
  'examples',
  'example',
  'demo',
  'wiki',
  'pages',
])
const documentName =
  /^(?:readme|changelog|changes|history|license|licence|copying|notice|contributing|contributors|authors|code[-_]of[-_]conduct|security|support|install|todo|404)(?:\.|$)/i

/**
 * Whether a folder of this name is never looked into: what generators write, what package managers fetch, tests, templates, hidden
 * folders, and folders that begin with `_` unless a generator keeps posts in them.
 */
export function isIgnoredFolder(name: string): boolean {
  if (name.startsWith('.')) return true
  if (name.startsWith('_')) return !certainNames.has(name) && !postFolderNames.has(name.slice(1))
  return ignoredFolders.has(name.toLowerCase())
}

/** Whether a file lies in such a folder. See `isIgnoredFolder`. */
export function isIgnoredPath(path: string): boolean {
  return path.split('/').slice(0, -1).some(isIgnoredFolder)
}

/** Whether a file of this name is no post, whatever is in it: a README and its kin, section pages, hidden and `_` files. */
export function isNeverPost(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_') || documentName.test(name)
}

/**
 * The paths that are posts. Files in `_posts` and `_drafts` are; so are those in a folder with a name like `posts` or `blog` where
 * at least one file has a title and a date. Elsewhere a file must have both itself. Without a named folder the rest counts, and
 * beside one only when it holds more.
 */
export function findPosts(candidates: readonly PostCandidate[]): ReadonlySet<string> {
  const clusters = clustersOf(candidates.filter(({ path }) => !isNeverPost(nameOf(path))))
  const named = clusters.filter((cluster) => cluster.kind !== 'found' && isPostFolder(cluster))
  const found = clusters.filter((cluster) => cluster.kind === 'found')
  const namedCount = count(named)
  const several = found.filter((cluster) => count([cluster]) >= Math.max(2, namedCount))
  const accepted = named.length + several.length > 0 ? [...named, ...several] : found
  return new Set(accepted.flatMap(postsOf).map(({ path }) => path))
}

/**
 * The folder whose posts are alike: the post's own, without folders that only hold one post or one stretch of time. All of `_posts` is
 * one, and a draft in `_drafts` belongs to the `_posts` beside it, which it is going to lie in.
 */
export function collectionFolderOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const certain = folders.findLastIndex((folder) => certainNames.has(folder))
  if (certain >= 0) return [...folders.slice(0, certain), '_posts'].join('/')
  if (/^index\./i.test(nameOf(path))) folders.pop()
  while (/^\d{1,4}(?:-\d{1,2}){0,2}$/.test(folders.at(-1) ?? '')) folders.pop()
  return folders.join('/')
}

function clustersOf(candidates: readonly PostCandidate[]): readonly Cluster[] {
  const clusters = new Map<string, Cluster & { readonly members: PostCandidate[] }>()
  for (const candidate of candidates) {
    const { kind, folder } = placeOf(candidate.path)
    const key = `${kind} ${folder}`
    const cluster = clusters.get(key)
    if (cluster === undefined) clusters.set(key, { kind, folder, members: [candidate] })
    else cluster.members.push(candidate)
  }
  return [...clusters.values()]
}

function placeOf(path: string): Pick<Cluster, 'kind' | 'folder'> {
  const folders = path.split('/').slice(0, -1)
  const certain = folders.findLastIndex((folder) => certainNames.has(folder))
  if (certain >= 0) return { kind: 'certain', folder: folders.slice(0, certain + 1).join('/') }
  const named = folders.findLastIndex((folder) => postFolderNames.has(folder.toLowerCase().replace(/^_/, '')))
  if (named >= 0) return { kind: 'named', folder: folders.slice(0, named + 1).join('/') }
  return { kind: 'found', folder: folders[0] ?? '' }
}

function isPostFolder({ kind, members }: Cluster): boolean {
  return kind === 'certain' || members.some(isPostLike)
}

function postsOf(cluster: Cluster): readonly PostCandidate[] {
  const bundles = new Set(
    cluster.members.filter(({ path }) => /^index\./i.test(nameOf(path))).map(({ path }) => folderOf(path)),
  )
  return cluster.members.filter((candidate) => {
    if (cluster.kind === 'certain' || isPostLike(candidate)) return true
    if (cluster.kind === 'found') return hasPostLikeSiblings(candidate, cluster)
    // The page of the folder itself, and what lies beside a bundle's own page.
    return !bundles.has(folderOf(candidate.path)) || isBundlePage(candidate, cluster)
  })
}

function isBundlePage({ path }: PostCandidate, { folder }: Cluster): boolean {
  return /^index\./i.test(nameOf(path)) && folderOf(path) !== folder
}

function hasPostLikeSiblings(candidate: PostCandidate, { members }: Cluster): boolean {
  if (candidate.markup === 'markdown' && !candidate.hasFrontMatter) return false
  if (candidate.path.split('/').some((segment) => documentFolders.has(segment.toLowerCase()))) return false
  const siblings = members.filter(({ path }) => folderOf(path) === folderOf(candidate.path))
  return siblings.filter(isPostLike).length * 2 >= siblings.length
}

function isPostLike({ path, hasTitle, hasDate }: PostCandidate): boolean {
  if (!hasTitle || !hasDate) return false
  return placeOf(path).kind !== 'found' || !path.split('/').some((segment) => documentFolders.has(segment))
}

function count(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { members }) => sum + members.filter(isPostLike).length, 0)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
