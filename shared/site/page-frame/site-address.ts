/** Stands before the path of a file of the built site, until a host says where it serves such files. */
export const siteScheme = 'galley-site:'

/** Where a page lies in the built site. */
export type PagePlace = {
  /** Below the output folder, without a slash before it: `posts/a.html`. */
  readonly path: string
  /** What the site's own absolute addresses begin with, such as `https://blog.example`. */
  readonly origins: readonly string[]
}

/** The path of the built site that an address on a page means, without query and fragment; null for an address elsewhere. */
export function sitePathOf(address: string, { path, origins }: PagePlace): string | null {
  const written = address.trim().replace(/[\t\n\r]/g, '')
  const own = origins.find((origin) => written.startsWith(`${origin}/`))
  const local = own === undefined ? written : written.slice(own.length)
  if (local === '' || local.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(local) || /^[\\/]{2}/.test(local))
    return null
  const bare = local.replace(/[?#].*$/s, '')
  const segments = bare.startsWith('/') ? [] : path.split('/').slice(0, -1)
  for (const segment of bare.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments.length === 0 ? null : segments.join('/')
}

/** The address of a file of the built site for as long as no host has said where it serves it; null for an address elsewhere. */
export function siteAddress(address: string, place: PagePlace): string | null {
  if (/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i.test(address.trim())) return address.trim()
  const path = sitePathOf(address, place)
  return path === null ? null : `${siteScheme}/${path}`
}
