import type { SiteEvidence } from '#shared/contract/blog'
import type { PostSummary } from '#shared/contract/post'
import { detectOpenerless } from '#shared/front-matter/detect-openerless'
import { detectPelican } from '#shared/front-matter/detect-pelican'
import { type PostValues, valueFor } from '#shared/post/post-values'
import { comparePosts, dateOf, summarisePost } from '#shared/post/summarise-post'
import type { GeneratorId } from '#shared/site/detect-generator'
import { endingOf } from '#shared/site/markup'
import { findPosts, isIgnoredPath, type PostCandidate } from '#shared/site/post-folders'
import type { PostFate, SourceFile } from '#shared/site/profile'
import { type BlogSite, pathInBlog, pathInSite } from '../site/understand-sites'
import type { PostReading } from './read-post-head'
import type { WalkedFile } from './walk-blog'

/** A file and what its head told. */
export type ReadFile = { readonly file: WalkedFile; readonly reading: PostReading }

/** All that was read of a blog; `now` is milliseconds since 1970. */
export type ReadBlog = {
  readonly sites: readonly BlogSite[]
  readonly read: readonly ReadFile[]
  readonly generator: GeneratorId | null
  readonly now: number
}

/** What a blog's files come to: see `Scan` for what each means. */
export type BlogSummary = {
  /** Newest first. */
  readonly posts: PostSummary[]
  readonly values: ReadonlyMap<string, PostValues | null>
  readonly fates: ReadonlyMap<string, PostFate>
  /** What each site's rules were given, by the site's folder. */
  readonly sources: ReadonlyMap<string, readonly SourceFile[]>
  readonly locateOptions: SiteEvidence['locate']
  readonly otherMarkupEndings: readonly string[]
}

/**
 * Which of the files are posts and what becomes of each, by the rules of the site's generator; where those are not known or call nothing
 * a post, by where the files lie and what they hold.
 */
export function summariseBlog({ sites, read, generator, now }: ReadBlog): BlogSummary {
  const locateOptions = evidenceOf(
    read.map(({ reading }) => reading),
    generator,
  )
  const settled = read.map(({ file, reading }) => ({ file, reading: settle(reading, locateOptions) }))
  const sources = new Map(sites.map((site) => [site.folder, sourcesOf(site, settled)]))
  const fates = judge(sites, sources, now)
  const listed = [...fates].filter(([, fate]) => isListed(fate)).map(([path]) => path)
  const hasRules = sites.some(({ profile }) => profile !== null)
  const chosen = listed.length > 0 ? new Set(listed) : found(candidatesIn(settled), hasRules)
  const posts = settled
    .filter(({ reading }) => chosen.has(reading.path))
    .map(({ reading }) => summarisePost(reading, generator, knownFate(fates, reading.path)))
  const other = posts.filter(({ markup }) => markup === 'other').map(({ path }) => endingOf(path))
  return {
    posts: posts.toSorted(comparePosts),
    values: new Map(settled.map(({ reading: { path, values } }) => [path, values])),
    fates,
    sources,
    locateOptions,
    otherMarkupEndings: [...new Set(other)].toSorted(),
  }
}

/** Where the generator's rules name no post, two that look like nothing else are needed: its pages and documentation are no posts. */
function found(candidates: readonly PostCandidate[], hasRules: boolean): ReadonlySet<string> {
  if (!hasRules) return findPosts(candidates)
  const alike = candidates.filter(({ hasTitle, hasDate }) => hasTitle && hasDate)
  return alike.length < 2 ? new Set() : findPosts(alike)
}

/** Summarises one blog; of the same files in the same minute the summary is the one made before. */
export function createBlogSummariser(): (blog: ReadBlog) => BlogSummary {
  let last: { readonly blog: ReadBlog; readonly summary: BlogSummary } | null = null
  return (blog) => {
    if (last === null || !isAlike(last.blog, blog)) last = { blog, summary: summariseBlog(blog) }
    return last.summary
  }
}

/** The clock decides what is yet to come; nobody waits for a post to the second. */
const minuteMs = 60_000

function isAlike(one: ReadBlog, other: ReadBlog): boolean {
  return (
    one.generator === other.generator &&
    Math.floor(one.now / minuteMs) === Math.floor(other.now / minuteMs) &&
    one.sites.length === other.sites.length &&
    one.sites.every((site, index) => site === other.sites[index]) &&
    one.read.length === other.read.length &&
    one.read.every(({ file, reading }, index) => {
      const before = other.read[index]
      return reading === before?.reading && file.stamp === before.file.stamp
    })
  )
}

/** Posts, and what lies among them without being one: the list says why. */
function isListed({ isPost, reasons }: PostFate): boolean {
  return isPost || reasons[0] === 'excluded'
}

/** Found by where it lies, a file that the generator makes no post of is not "no post" to the writer. */
function knownFate(fates: ReadonlyMap<string, PostFate>, path: string): PostFate | null {
  const fate = fates.get(path)
  return fate !== undefined && isListed(fate) ? fate : null
}

function judge(
  sites: readonly BlogSite[],
  sources: ReadonlyMap<string, readonly SourceFile[]>,
  now: number,
): ReadonlyMap<string, PostFate> {
  const fates = new Map<string, PostFate>()
  for (const { folder, profile } of sites)
    for (const [path, fate] of profile?.judge(sources.get(folder) ?? [], now) ?? [])
      fates.set(pathInBlog(path, folder), fate)
  return fates
}

function sourcesOf({ folder, profile }: BlogSite, read: readonly ReadFile[]): readonly SourceFile[] {
  if (profile === null) return []
  return read.flatMap((one): SourceFile[] => {
    const path = pathInSite(one.reading.path, folder)
    return path !== null && profile.reads(path) ? [sourceOf(path, one)] : []
  })
}

function sourceOf(path: string, { file, reading }: ReadFile): SourceFile {
  const { values, quoted, hasFrontMatter, heading } = reading
  const { modifiedAt, createdAt } = file
  return { path, values, quoted, hasFrontMatter, heading, modifiedAt, createdAt }
}

function evidenceOf(readings: readonly PostReading[], generator: GeneratorId | null): SiteEvidence['locate'] {
  const texts = (needs: PostReading['needs']): string[] =>
    readings
      .filter((reading) => reading.markup === 'markdown')
      .map((reading) => (reading.needs === needs ? (reading.undelimitedText ?? '') : ''))
  return {
    openerless: detectOpenerless(texts('openerless')),
    // another generator would print such lines
    pelican: generator === 'pelican' || (generator === null && detectPelican(texts('pelican'))),
    generator,
  }
}

/** A reading as it counts on this blog: a block in a dialect that the blog does not use is prose. */
function settle(reading: PostReading, options: SiteEvidence['locate']): PostReading {
  if (reading.markup === 'other' || reading.needs === 'nothing' || options[reading.needs]) return reading
  return { ...reading, hasFrontMatter: false, values: null, quoted: new Set() }
}

function candidatesIn(read: readonly ReadFile[]): readonly PostCandidate[] {
  return read
    .filter(({ reading }) => !isIgnoredPath(reading.path))
    .map(({ reading: { path, markup, hasFrontMatter, values } }) => ({
      path,
      markup,
      hasFrontMatter,
      hasTitle: valueFor(values ?? {}, 'title') !== undefined,
      hasDate: dateOf(path, values ?? {}).day !== null,
    }))
}
