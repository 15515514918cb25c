import { join, relative, sep } from 'node:path'
import type { PostPath } from '#shared/contract/post-path'
import type { SiteServerState } from '#shared/contract/site-server'
import { guessPages, linkedPages, type NamedPost } from '#shared/site/serve/page-guesses'
import { choosePage, type SoughtPost } from '#shared/site/serve/post-page'
import type { Ports } from '../ports'
import { type FetchedPage, fetchPage } from './fetch-page'
import { listHugoPages } from './list-hugo-pages'
import { findBuiltPage } from './read-built-pages'
import type { Run } from './site-server'

/** A post whose page is looked for on a running server. */
export type PageSearch = {
  readonly ready: Extract<SiteServerState, { readonly kind: 'ready' }>
  readonly run: Run
  /** The blog's real path. */
  readonly root: string
  readonly path: PostPath
  readonly post: SoughtPost
  readonly log: Ports['log']
}

/** Where a site names its own pages, below its home. */
const listings = [
  '',
  'sitemap.xml',
  'sitemap-0.xml',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'rss.xml',
  'archives/',
  'archive/',
  'blog/',
  'posts/',
]
const maxLinked = 60
const atOnce = 4

/**
 * The path of the post's page on the running server, null when none was found. Hugo is asked; of Jekyll the built pages are read; for
 * any other server the pages that the site itself names are looked at until one holds the post's text.
 */
export async function findPage(search: PageSearch): Promise<string | null> {
  const told = await askGenerator(search)
  if (told !== null && (await answer(search, told))?.status === 200) return told
  const named: NamedPost = { path: pathInSite(search), title: search.post.title }
  const guessed = await chooseAmong(search, guessPages(named, search.ready.home))
  if (guessed !== null) return guessed
  const listed = new Set<string>()
  for (const listing of listings) {
    const page = await answer(search, below(search.ready.home, listing))
    if (page?.status !== 200) continue
    for (const link of linkedPages(page.text, named)) listed.add(link)
  }
  const ranked = linkedPages([...listed].map((path) => `<loc>${path}</loc>`).join('\n'), named)
  return chooseAmong(search, ranked.slice(0, maxLinked))
}

async function askGenerator(search: PageSearch): Promise<string | null> {
  const { run, ready, log, post } = search
  const { command } = run
  try {
    if (command.id === 'hugo' && command.alsoRuns !== null) {
      const pages = await listHugoPages(command.alsoRuns, run.folder, run.environment)
      return pages.get(pathInSite(search)) ?? null
    }
    if (command.id === 'jekyll') {
      const built = await findBuiltPage(join(run.scratch, 'site'), pathInSite(search), post)
      return built === null ? null : below(ready.home, built)
    }
  } catch (error) {
    log({ level: 'warn', message: 'The generator did not say where the post’s page is', error })
  }
  return null
}

function pathInSite({ run, root, path }: PageSearch): string {
  return relative(run.folder, join(root, path)).split(sep).join('/')
}

function below(home: string, path: string): string {
  return `${home.endsWith('/') ? home : `${home}/`}${path}`
}

function answer({ ready }: PageSearch, path: string): Promise<FetchedPage | null> {
  return fetchPage(ready.origin, path)
}

/** The first few pages that hold the post, the best of them; later ones are not asked for. */
async function chooseAmong(search: PageSearch, paths: readonly string[]): Promise<string | null> {
  for (let from = 0; from < paths.length; from += atOnce) {
    const fetched = await Promise.all(paths.slice(from, from + atOnce).map((path) => answer(search, path)))
    const pages = fetched.flatMap((page) =>
      page !== null && page.status === 200 ? [{ path: page.path, html: page.text }] : [],
    )
    const best = choosePage(pages, search.post)
    if (best !== null) return best.path
  }
  return null
}
