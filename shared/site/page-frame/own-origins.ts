import { allElementsIn, attributeOf, type PageParent } from './page-tree'

/** A style sheet with an address on some host, as a page names it. */
export type AbsoluteSheet = { readonly origin: string; readonly path: string }

/** What a page says about where its site is published. */
export type PageAddresses = {
  /** The beginning of the addresses of the page itself. */
  readonly own: readonly string[]
  /** Style sheets with a host in their address: the site's own when the built site has such a file. */
  readonly sheets: readonly AbsoluteSheet[]
}

function split(address: string): AbsoluteSheet | null {
  const [, origin, path] = /^((?:https?:)?\/\/[^/?#\s]+)\/([^?#\s]*)/i.exec(address.trim()) ?? []
  return origin === undefined || path === undefined ? null : { origin, path }
}

const withoutIndex = (path: string): string =>
  path
    .replace(/(?:^|\/)index\.html?$/i, '')
    .replace(/\.html?$/i, '')
    .replace(/\/$/, '')

/** Reads from a page what its site's own addresses begin with. `path` is the page's, below the output folder. */
export function addressesOn(page: PageParent, path: string): PageAddresses {
  const own = new Set<string>()
  const sheets: AbsoluteSheet[] = []
  for (const element of allElementsIn(page)) {
    const rel = attributeOf(element, 'rel')?.toLowerCase() ?? ''
    const isUrl = element.tagName === 'meta' && attributeOf(element, 'property') === 'og:url'
    const address = split(attributeOf(element, isUrl ? 'content' : 'href') ?? '')
    if (address === null) continue
    const tells = isUrl || (element.tagName === 'link' && rel === 'canonical')
    // one that names another page tells nothing: so do pages that were copied from elsewhere
    if (tells && `/${withoutIndex(address.path)}`.endsWith(`/${withoutIndex(path)}`)) own.add(address.origin)
    if (element.tagName === 'link' && rel.includes('stylesheet')) sheets.push(address)
  }
  return { own: [...own], sheets }
}
