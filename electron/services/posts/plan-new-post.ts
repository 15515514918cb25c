import { fail } from '#shared/contract/failure'
import type { NewPostPlan } from '#shared/contract/post'
import { PostPath } from '#shared/contract/post-path'
import { quotedKeys } from '#shared/front-matter/quoted-keys'
import type { SourceFile } from '#shared/site/profile'
import { handRolledProfile } from '#shared/site/profiles/hand-rolled'
import { type BlogSite, pathInBlog, pathInSite } from '../site/understand-sites'
import { parseValues } from './parse-values'
import type { Scan } from './post-index'
import { examineHead } from './read-head'

/** What the writer asks for; see `posts.planNew`. */
export type NewPostWish = {
  readonly title: string
  readonly asDraft: boolean
  readonly slug: string | null
  readonly folder: string | null
}

// more than this take longer to judge than a keystroke may: then the address is told after the post is made
const maxJudged = 3000
const maxFolders = 12

/** The new post as the blog's first site has it; `now` is milliseconds since 1970. Writes nothing. `refused` for a folder outside the site. */
export function planNewPost(scan: Scan, wish: NewPostWish, now: number): NewPostPlan {
  const site = scan.sites[0]
  if (site === undefined) fail('internal', 'The blog has no site.')
  const { folder } = site
  const sources = scan.sources.get(folder) ?? []
  const paths = new Set(scan.files.keys())
  const posts = sources.filter(({ path }) => scan.fates.get(pathInBlog(path, folder))?.isPost === true)
  const profile = site.profile ?? handRolledProfile.understand(emptySite)
  const inSite = wish.folder === null ? null : pathInSite(wish.folder, folder)
  if (wish.folder !== null && inSite === null && wish.folder !== folder)
    fail('refused', `${wish.folder} lies outside the site in ${folder}. Choose a folder of the site.`)
  const planned = profile.newPost({
    ...{ title: wish.title, asDraft: wish.asDraft, now },
    slug: wish.slug === null ? null : profile.slugify(wish.slug) || null,
    folder: inSite,
    language: null,
    siblings: posts,
    isTaken: (path) => paths.has(PostPath.parse(pathInBlog(path, folder))),
  })
  const path = PostPath.safeParse(pathInBlog(planned.path, folder))
  if (!path.success)
    fail(
      'refused',
      `“${pathInBlog(planned.path, folder)}” cannot be the name of a file. Give the post another title or name.`,
    )
  return {
    path: path.data,
    text: planned.text,
    permalink: addressOf(planned, sources, site, now),
    folders: foldersOf(posts.map((post) => pathInBlog(post.path, folder))),
  }
}

const emptySite = { paths: [], texts: new Map<string, string>(), machineZone: 'UTC', choices: {} }

/** Where it will be, judged beside all other posts. */
function addressOf(
  { path, text }: { readonly path: string; readonly text: string },
  sources: readonly SourceFile[],
  { profile, generator }: BlogSite,
  now: number,
): string | null {
  if (profile === null || sources.length > maxJudged || !profile.reads(path)) return null
  const { located } = examineHead(text, generator)
  if (located.kind !== 'found') return null
  const values = parseValues(text, located)
  const block = text.slice(located.block.from, located.block.to)
  const source: SourceFile = {
    ...{ path, values, hasFrontMatter: true, heading: null, modifiedAt: now, createdAt: now },
    quoted: quotedKeys(block, located.language, values),
  }
  return profile.judge([...sources, source], now).get(path)?.permalink ?? null
}

/** Folders that posts lie in, most posts first; a post's own folder is part of its name. */
function foldersOf(paths: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const segments = path.split('/').slice(0, /(?:^|\/)index\.[^/]+$/.test(path) ? -2 : -1)
    const folder = segments.join('/')
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
    .slice(0, maxFolders)
    .map(([folder]) => folder)
}
