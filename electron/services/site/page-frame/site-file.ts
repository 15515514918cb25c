import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { endingOf } from '#shared/site/markup'
import { filterCss } from '#shared/site/page-frame/filter-css'
import { sitePathOf } from '#shared/site/page-frame/site-address'
import { mediaTypeOf } from '../../assets/media-types'
import { referencePaths } from '../../assets/reference-paths'
import { readRegularFile } from '../../files/read-regular-file'
import { resolveInBlog } from '../../files/resolve-in-blog'

/** A style sheet, picture or font of a built site. */
export type SiteFile = { readonly path: PostPath; readonly contentType: string }

const maxSheetBytes = 8 * 1024 * 1024
const maxMediaBytes = 64 * 1024 * 1024
const styleType = 'text/css; charset=utf-8'

function typeOf(path: string): string | null {
  return endingOf(path) === '.css' ? styleType : mediaTypeOf(path)
}

/**
 * Where a file of the site may lie, likeliest first: in the output folder, also without the base path that a site is published under, then
 * where generators copy files from.
 */
function placesOf(output: string, path: string): readonly PostPath[] {
  const segments = path.split('/').filter((segment) => segment !== '')
  const shorter = segments.slice(0, 4).map((_segment, count) => segments.slice(count).join('/'))
  const built = shorter.map((rest) => (output === '' ? rest : `${output}/${rest}`))
  const copied = shorter.flatMap((rest) => referencePaths(`${output}/page`, `/${encodeURI(rest)}`))
  return [...new Set([...built, ...copied])].flatMap((place) => {
    const checked = PostPath.safeParse(place)
    return checked.success ? [checked.data] : []
  })
}

/** The file of the blog that a path of the built site means; null when there is none of a kind that pages are made up of. */
export async function findSiteFile(root: string, output: string, path: string): Promise<SiteFile | null> {
  const contentType = typeOf(path)
  if (contentType === null) return null
  for (const place of placesOf(output, path)) {
    try {
      // a link named like a picture must not show another kind of file
      if (typeOf(await resolveInBlog(root, place)) === contentType) return { path: place, contentType }
    } catch (error) {
      if (!(error instanceof FailureError) || error.code !== 'not-found') throw error
    }
  }
  return null
}

/** The bytes of a file of the site. A style sheet's addresses lead to files of the site, relative to its own address `path`, or nowhere. */
export async function readSiteFile(root: string, file: SiteFile, path: string): Promise<Uint8Array> {
  const isSheet = file.contentType === styleType
  const real = await resolveInBlog(root, file.path)
  const bytes = await readRegularFile(real, file.path, isSheet ? maxSheetBytes : maxMediaBytes)
  if (!isSheet) return bytes
  return new TextEncoder().encode(filterCss(bytes.toString('utf8'), (address) => addressIn(path, address)))
}

const harmlessData =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)|font\/[\w-]+|application\/(?:x-)?font-[\w-]+)[;,]/i

/** An address in the style sheet at `path` as an address relative to it; null for one that leads elsewhere. */
function addressIn(path: string, address: string): string | null {
  if (harmlessData.test(address.trim())) return address.trim()
  // a drawing's part, such as `#clip`
  if (address.startsWith('#')) return address
  const target = sitePathOf(address, { path, origins: [] })
  if (target === null) return null
  const up = path.split('/').filter((segment) => segment !== '').length - 1
  return `${'../'.repeat(up)}${target}`
}
