import { findSiteFile, readSiteFile } from '#services/site/page-frame/site-file'
import { fail } from '#shared/contract/failure'
import type { PageFrame } from '#shared/contract/page-frame'
import type { PostPath } from '#shared/contract/post-path'
import type { PostValues } from '#shared/post/post-values'
import { writeSitePage } from '#shared/site/page-frame/fill-frame'
import { filterCss } from '#shared/site/page-frame/filter-css'
import { frameTextsOf } from '#shared/site/page-frame/frame-texts'
import { sitePathOf, siteScheme } from '#shared/site/page-frame/site-address'

/** A post, rendered. */
export type RenderedPost = { readonly path: PostPath; readonly values: PostValues; readonly html: string }

/**
 * The site's page around a post, as a whole HTML document: style sheets are in it, pictures and fonts have addresses relative to the blog's
 * folder. `not-found` where no page could be learnt. `root` is the blog's real path.
 */
export async function siteDocument(root: string, learned: PageFrame, post: RenderedPost): Promise<string> {
  if (learned.kind === 'none') return fail('not-found', `${post.path}: ${learned.message}`)
  const { frame, output } = learned
  const files = new Map<string, string | null>()
  const find = async (path: string): Promise<string | null> => {
    const known = files.get(path)
    if (known !== undefined) return known
    const file = await findSiteFile(root, output, path)
    files.set(path, file === null ? null : encodeURI(file.path))
    return files.get(path) ?? null
  }
  for (const [, path = ''] of frame.markup.matchAll(/src="galley-site:\/([^"]*)"/g)) await find(path)
  const styles: { readonly css: string; readonly media: string }[] = []
  for (const style of frame.styles) {
    const written =
      style.kind === 'text' ? { path: '', css: style.css } : await readSheet(root, output, style.address)
    styles.push({ css: await placeIn(written, find), media: style.media })
  }
  return writeSitePage(frame, {
    texts: frameTextsOf(post.path, post.values, frame.dateStyle),
    bodyHtml: post.html,
    styles,
    addressOf: (path) => files.get(path) ?? null,
  })
}

type WrittenSheet = { readonly path: string; readonly css: string }

async function readSheet(root: string, output: string, address: string): Promise<WrittenSheet> {
  const path = address.slice(siteScheme.length + 1)
  const file = await findSiteFile(root, output, path)
  return { path, css: file === null ? '' : new TextDecoder().decode(await readSiteFile(root, file, path)) }
}

/** The sheet with addresses of the blog's files in the place of the site's. */
async function placeIn(
  { path, css }: WrittenSheet,
  find: (path: string) => Promise<string | null>,
): Promise<string> {
  const pathOf = (address: string): string | null =>
    address.startsWith(siteScheme)
      ? address.slice(siteScheme.length + 1)
      : sitePathOf(address, { path, origins: [] })
  const found = new Map<string, string | null>()
  filterCss(css, (address) => {
    found.set(address, null)
    return address
  })
  for (const address of found.keys()) {
    const target = /^(?:data:|#)/i.test(address) ? null : pathOf(address)
    found.set(address, target === null ? address : await find(target))
  }
  return filterCss(css, (address) => found.get(address) ?? null)
}
