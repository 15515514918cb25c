import type { SiteEvidence } from '#shared/contract/blog'
import type { PostList } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { detectOpenerless } from '#shared/front-matter/detect-openerless'
import { detectPelican } from '#shared/front-matter/detect-pelican'
import { type PostValues, valueFor } from '#shared/post/post-values'
import { comparePosts, dateOf, summarisePost } from '#shared/post/summarise-post'
import type { GeneratorId } from '#shared/site/detect-generator'
import { endingOf } from '#shared/site/markup'
import { findPosts, type PostCandidate } from '#shared/site/post-folders'
import { createKeyedLock } from '../files/keyed-lock'
import { mapBounded } from '../files/map-bounded'
import { explainSystemError } from '../files/system-failure'
import { detectBlogGenerator } from './detect-blog-generator'
import { type PostReading, readPostHead } from './read-post-head'
import { type Walk, type WalkedFile, walkBlog } from './walk-blog'

/** What a whole scan of a blog told. */
export type Scan = {
  readonly list: PostList
  /** Every file that may be a post, by its path. */
  readonly files: ReadonlyMap<string, WalkedFile>
  /** The front matter of every such file that could be read, by its path; null for one without. */
  readonly values: ReadonlyMap<string, PostValues | null>
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

type Reading =
  | { readonly kind: 'read'; readonly file: WalkedFile; readonly reading: PostReading }
  | { readonly kind: 'unreadable'; readonly path: PostPath; readonly message: string }

/** What was read before, as the blog's generator reads it. */
type Known = {
  readonly generator: GeneratorId | null
  readonly readings: ReadonlyMap<string, { readonly stamp: string; readonly reading: PostReading }>
}

const headsAtOnce = 24

/** An index of the blog at `root`, its real path. Keeps in memory what it has read, by path, time, size and inode. */
export function createPostIndex(root: string): PostIndex {
  const serialise = createKeyedLock()
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
    const [walk, generator] = await Promise.all([walkBlog(root), detectBlogGenerator(root)])
    const readings = await mapBounded(walk.files, headsAtOnce, (file) => read(file, generator))
    const sound = readings.filter((reading) => reading.kind === 'read')
    known = {
      generator,
      readings: new Map(sound.map(({ file, reading }) => [file.path, { stamp: file.stamp, reading }])),
    }
    return summarise(walk, readings, generator)
  }
  return { scan: () => serialise(root, scan) }
}

function summarise(walk: Walk, readings: readonly Reading[], generator: GeneratorId | null): Scan {
  const sound = readings.filter((reading) => reading.kind === 'read').map(({ reading }) => reading)
  const locateOptions = evidenceOf(sound, generator)
  const settled = sound.map((reading) => settle(reading, locateOptions))
  const chosen = findPosts(settled.map(candidateOf))
  const posts = settled
    .filter(({ path }) => chosen.has(path))
    .map((reading) => summarisePost(reading, generator))
  const unread = readings.filter((reading) => reading.kind === 'unreadable')
  const other = posts.filter(({ markup }) => markup === 'other').map(({ path }) => endingOf(path))
  return {
    list: {
      posts: posts.toSorted(comparePosts),
      unreadable: [...walk.unreadable, ...unread.map(({ path, message }) => ({ path, message }))],
    },
    files: new Map(walk.files.map((file) => [file.path, file])),
    values: new Map(settled.map(({ path, values }) => [path, values])),
    generator,
    locateOptions,
    otherMarkupEndings: [...new Set(other)].toSorted(),
    temporaries: walk.temporaries,
  }
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
  return { ...reading, hasFrontMatter: false, values: null }
}

function candidateOf({ path, markup, hasFrontMatter, values }: PostReading): PostCandidate {
  return {
    path,
    markup,
    hasFrontMatter,
    hasTitle: valueFor(values ?? {}, 'title') !== undefined,
    hasDate: dateOf(path, values ?? {}).day !== null,
  }
}
