import { FailureError } from '#shared/contract/failure'
import type { PageFrame } from '#shared/contract/page-frame'
import type { PostSummary } from '#shared/contract/post'
import { PostPath } from '#shared/contract/post-path'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'
import type { TemplateContext } from '#shared/markdown/templates/template-context'
import { learnFrame } from '#shared/site/page-frame/learn-frame'
import { type MatchedPage, matchPage } from '#shared/site/page-frame/match-page'
import { addressesOn } from '#shared/site/page-frame/own-origins'
import {
  isDrawnByScripts,
  maxPageLength,
  parsePage,
  titleOfPage,
  UnreadablePageError,
} from '#shared/site/page-frame/page-tree'
import { pagesNamedLike } from '#shared/site/page-frame/rank-pages'
import { wordsOf } from '#shared/site/page-frame/words'
import type { OpenBlog } from '../../blogs/blog-registry'
import { readRegularFile } from '../../files/read-regular-file'
import { resolveInBlog } from '../../files/resolve-in-blog'
import type { Scan } from '../../posts/post-index'
import type { BuiltPage } from './built-pages'
import { type ListedPost, readListedPost, seekPost, siblingsOf } from './known-posts'
import { findSiteFile } from './site-file'

/** What to learn from. `onRead` is told of each file that the result hangs on. */
export type LearnInput = {
  readonly blog: OpenBlog
  readonly scan: Scan
  readonly setup: MarkdownSetup
  /** What template tags in the posts refer to. */
  readonly templates: TemplateContext
  readonly path: PostPath
  readonly pages: readonly BuiltPage[]
  readonly onRead: (path: PostPath) => void
}

type Match = { readonly page: BuiltPage; readonly post: ListedPost; readonly matched: MatchedPage }

/** Posts to look for, pages to look at, and pages to compare: enough to be sure, few enough to be quick. */
const maxSiblings = 40
const maxPagesOfPost = 4
const maxPagesRead = 60
const maxCompared = 3

/** Learns the page around the post at `path` from built pages. Reads at most some dozens of files of the blog. */
export async function learnPageFrame(input: LearnInput): Promise<PageFrame> {
  const { scan, path, pages } = input
  if (pages.length === 0) return nothing('no-output')
  const reader = new PageReader(input)
  const own = scan.list.posts.find((post) => post.path === path)
  const ownMatch = own === undefined ? null : await reader.matchNamed(own)
  const matches = ownMatch === null ? [] : [ownMatch]
  for (const sibling of siblingsOf(path, scan).slice(0, maxSiblings)) {
    if (matches.length >= maxCompared) break
    const match = await reader.matchNamed(sibling)
    if (match !== null && match.page.path !== ownMatch?.page.path) matches.push(match)
  }
  if (matches.length === 0) matches.push(...(await reader.matchByTitles()))
  const [main, ...others] = matches
  if (main === undefined) return nothing(reader.sawScripts ? 'scripts' : 'no-match')
  const isOwn = main.post.path === path
  const { output } = main.page
  const pagePath = output === '' ? main.page.path : main.page.path.slice(output.length + 1)
  const origins = await originsOf(input.blog.root, main, pagePath)
  const frame = learnFrame(
    main.matched,
    others.map(({ matched }) => matched),
    { isOwn, place: { path: pagePath, origins } },
  )
  const whose = isOwn ? 'the page of this post' : `the page of “${main.post.title}”`
  const why = `Learnt from ${main.page.path}, ${whose}.`
  return {
    kind: 'learned',
    frame: { ...frame, styles: [...frame.styles] },
    output,
    page: main.page.path,
    post: main.post.path,
    isOwn,
    why,
  }
}

class PageReader {
  /** Whether a page was seen that holds little but scripts. */
  sawScripts = false
  private readonly paths: readonly string[]
  private readonly byPath: ReadonlyMap<string, BuiltPage>

  constructor(private readonly input: LearnInput) {
    this.paths = input.pages.map(({ path }) => path)
    this.byPath = new Map(input.pages.map((page) => [page.path, page]))
  }

  /** The page of a post, by its name and its words; of the only page that there is, by its words alone. */
  async matchNamed(summary: PostSummary): Promise<Match | null> {
    const post = await this.read(summary)
    if (post === null) return null
    const named = this.paths.length === 1 ? this.paths : pagesNamedLike(this.paths, post)
    return this.matchOn(post, named.slice(0, maxPagesOfPost))
  }

  /** Where no page is named like a post: pages whose title holds a post's. */
  async matchByTitles(): Promise<readonly Match[]> {
    const { path, scan } = this.input
    const own = scan.list.posts.filter((post) => post.path === path)
    const posts = [...own, ...siblingsOf(path, scan)]
    const matches: Match[] = []
    for (const page of this.paths.slice(0, maxPagesRead)) {
      if (matches.length >= maxCompared) break
      const title = ` ${wordsOf(titleOfPage((await this.readPage(page)) ?? '')).join(' ')} `
      const summary = posts.find((post) => title.includes(` ${wordsOf(post.title).join(' ')} `))
      const post = summary === undefined ? null : await this.read(summary)
      const match = post === null ? null : await this.matchOn(post, [page])
      if (match !== null) matches.push(match)
    }
    return matches.toSorted((one, other) => Number(other.post.path === path) - Number(one.post.path === path))
  }

  private async matchOn(post: ListedPost, paths: readonly string[]): Promise<Match | null> {
    if (paths.length === 0) return null
    const known = await seekPost(post, this.input.setup, this.input.templates)
    if (known === null) return null
    let best: Match | null = null
    for (const path of paths) {
      const page = this.byPath.get(path)
      const html = await this.readPage(path)
      if (html === null || page === undefined) continue
      const matched = unlessUnreadable(() => matchPage(html, known))
      if (matched === null)
        this.sawScripts ||= unlessUnreadable(() => isDrawnByScripts(parsePage(html))) ?? false
      else if (best === null || matched.slot.coverage > best.matched.slot.coverage)
        best = { page, post, matched }
    }
    return best
  }

  private async read(summary: PostSummary): Promise<ListedPost | null> {
    this.input.onRead(summary.path)
    return unlessUnread(() => readListedPost(this.input.blog, this.input.scan, summary))
  }

  private async readPage(path: string): Promise<string | null> {
    const checked = PostPath.parse(path)
    this.input.onRead(checked)
    return unlessUnread(async () => {
      const real = await resolveInBlog(this.input.blog.root, checked)
      return (await readRegularFile(real, path, maxPageLength)).toString('utf8')
    })
  }
}

/** A file that cannot be read is one less to learn from. */
async function unlessUnread<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof FailureError) return null
    throw error
  }
}

function unlessUnreadable<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadablePageError) return null
    throw error
  }
}

/** What the site's own absolute addresses begin with: the page says so, or the built site has the style sheet that such an address names. */
async function originsOf(root: string, { page, matched }: Match, path: string): Promise<readonly string[]> {
  const { own, sheets } = addressesOn(matched.page, path)
  const origins = new Set(own)
  for (const sheet of sheets.slice(0, 20)) {
    const file = await unlessUnread(() => findSiteFile(root, page.output, sheet.path))
    if (file?.path.startsWith(page.output)) origins.add(sheet.origin)
  }
  return [...origins]
}

const messages = {
  'no-output': 'This site has not been built here yet. Build it once, or name a page that was built.',
  'no-match':
    'None of the built pages holds a post of this blog. Build the site again, or name the page of a post.',
  scripts: 'This site’s page is drawn by scripts, which Galley does not run.',
} as const

/** That nothing was learnt, and what to do. */
export function nothing(reason: keyof typeof messages): PageFrame {
  return { kind: 'none', reason, message: messages[reason] }
}
