import { readFileSync } from 'node:fs'
import { parseValues } from '#services/posts/parse-values'
import { locateFrontMatter } from '#shared/front-matter/locate'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'
import { seekBody } from '#shared/site/page-frame/find-body'
import type { KnownPost } from '#shared/site/page-frame/match-page'
import { repositoryFile } from './repository-root'

/** Blogs with the pages that their generators made of them. */
export const builtSites = {
  engblog: { sources: 'blogs/engblog', pages: 'built-sites/engblog', flavour: 'python-markdown' },
  hugo: { sources: 'built-sites/hugo-lantern', pages: 'built-sites/hugo-lantern', flavour: 'hugo-unsafe' },
  jekyll: { sources: 'built-sites/jekyll-kettle', pages: 'built-sites/jekyll-kettle', flavour: 'jekyll' },
} as const satisfies Record<string, { sources: string; pages: string; flavour: FlavourId | string }>

/** The name of a blog of `builtSites`. */
export type BuiltSite = keyof typeof builtSites

/** A page's HTML as built; `path` is relative to the blog. */
export function readPage(site: BuiltSite, path: string): string {
  return readFileSync(repositoryFile(`test/fixtures/${builtSites[site].pages}/${path}`), 'utf8')
}

/** A post of a blog, ready to be looked for. */
export function readKnownPost(site: BuiltSite, path: string): KnownPost {
  const text = readFileSync(repositoryFile(`test/fixtures/${builtSites[site].sources}/${path}`), 'utf8')
  const located = locateFrontMatter(text, { openerless: true, pelican: false, generator: null })
  if (located.kind !== 'found') throw new Error(`${path} has no front matter`)
  const values = parseValues(text, located)
  const html = renderBody(text.slice(located.bodyFrom), builtSites[site].flavour as FlavourId)
  return { path, title: String(values.title), values, body: seekBody(html) }
}
