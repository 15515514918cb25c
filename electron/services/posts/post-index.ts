import type { SiteEvidence } from '#shared/contract/blog'
import type { PostList } from '#shared/contract/post'
import type { PostValues } from '#shared/post/post-values'
import type { GeneratorId } from '#shared/site/detect-generator'
import { markupOf } from '#shared/site/markup'
import { isIgnoredPath } from '#shared/site/post-folders'
import type { PostFate, SourceFile } from '#shared/site/profile'
import { createKeyedLock } from '../files/keyed-lock'
import { mapBounded } from '../files/map-bounded'
import { explainSystemError } from '../files/system-failure'
import { type BlogSite, createSitesReader, pathInSite } from '../site/understand-sites'
import { type PostReading, readPostHead } from './read-post-head'
import { createBlogSummariser, type ReadFile } from './summarise-blog'
import { examineFiles, type ListedFile, listBlog, type Unreadable, type WalkedFile } from './walk-blog'

/** What a whole scan of a blog told. */
export type Scan = {
  readonly list: PostList
  /** Every file that may be a post, by its path. */
  readonly files: ReadonlyMap<string, WalkedFile>
  /** The front matter of every such file that could be read, by its path; null for one without. */
  readonly values: ReadonlyMap<string, PostValues | null>
  /** What the site's generator makes of every file that it reads, by its path; empty where no rules are known for it. */
  readonly fates: ReadonlyMap<string, PostFate>
  /** What each site's rules were given, by the site's folder. */
  readonly sources: ReadonlyMap<string, readonly SourceFile[]>
  /** At least one; the first is the blog's main site. */
  readonly sites: readonly BlogSite[]
  readonly generator: GeneratorId | null
  readonly locateOptions: SiteEvidence['locate']
  /** Endings of the listed posts that are no Markdown, such as `.rst`. */
  readonly otherMarkupEndings: readonly string[]
  readonly temporaries: readonly string[]
}

/** The posts of one blog. Only files that changed since the last scan are read again. */
export type PostIndex = {
  scan(): Promise<Scan>
}

type Reading = ({ readonly kind: 'read' } & ReadFile) | ({ readonly kind: 'unreadable' } & Unreadable)

/** What was read before, as the blog's generator reads it. */
type Known = {
  readonly generator: GeneratorId | null
  readonly readings: ReadonlyMap<string, { readonly stamp: string; readonly reading: PostReading }>
}

const headsAtOnce = 24

/** An index of the blog at `root`, its real path. Keeps in memory what it has read, by path, time, size and inode. */
export function createPostIndex(root: string): PostIndex {
  const serialise = createKeyedLock()
  const readSites = createSitesReader(root)
  const summarise = createBlogSummariser()
  let known: Known = { generator: null, readings: new Map() }

  const read = async (file: WalkedFile, generator: GeneratorId | null): Promise<Reading> => {
    const cached = known.generator === generator ? known.readings.get(file.path) : undefined
    if (cached?.stamp === file.stamp) return { kind: 'read', file, reading: cached.reading }
    try {
      return { kind: 'read', file, reading: await readPostHead(file, generator) }
    } catch (error) {
      const explained = explainSystemError(error, file.path)
      const message = explained instanceof Error ? explained.message : String(explained)
      return { kind: 'unreadable', path: file.path, message }
    }
  }

  const scan = async (): Promise<Scan> => {
    const listing = await listBlog(root)
    const sites = await readSites(listing.files.map(({ path }) => path))
    const generator = sites[0]?.generator ?? null
    const walk = await examineFiles(
      root,
      listing.files.filter((file) => mayBePost(file, sites)),
    )
    const readings = await mapBounded(walk.files, headsAtOnce, (file) => read(file, generator))
    const sound = readings.filter((reading) => reading.kind === 'read')
    known = {
      generator,
      readings: new Map(sound.map(({ file, reading }) => [file.path, { stamp: file.stamp, reading }])),
    }
    const unread = readings.filter((reading) => reading.kind === 'unreadable')
    const unreadable = [...listing.unreadable, ...walk.unreadable, ...unread]
    const { posts, ...told } = summarise({ sites, read: sound, generator, now: Date.now() })
    return {
      ...told,
      list: { posts, unreadable: unreadable.map(({ path, message }) => ({ path, message })) },
      files: new Map(walk.files.map((file) => [file.path, file])),
      temporaries: listing.temporaries,
      sites,
      generator,
    }
  }
  return { scan: () => serialise(root, scan) }
}

/** Whatever the site's rules ask for; where there are none, every text outside of folders where nobody keeps posts. */
function mayBePost({ path }: ListedFile, sites: readonly BlogSite[]): boolean {
  return sites.some(({ folder, profile }) => {
    if (profile === null) return markupOf(path) !== null && !isIgnoredPath(path)
    const own = pathInSite(path, folder)
    return own !== null && profile.reads(own)
  })
}
