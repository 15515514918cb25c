import { readdir } from 'node:fs/promises'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { siteFolders } from '#shared/site/detect-generator'
import {
  addressFiles,
  plainAddresses,
  readSiteAddresses,
  type SiteAddresses,
} from '#shared/site/site-addresses'
import { resolveInBlog } from '../files/resolve-in-blog'
import { textOrNull } from '../files/text-or-null'

const maxBytes = 1_000_000
/** Configuration changes now and then; a page of pictures asks for each of them at once. */
const keptMs = 3_000

/** What the configuration of the site at a blog's real path says of its addresses. Read anew after a while. */
export type SiteAddressReader = { of(root: string): Promise<SiteAddresses> }

/** A reader that remembers for a few seconds. */
export function createSiteAddressReader(): SiteAddressReader {
  const known = new Map<string, { readonly until: number; readonly addresses: Promise<SiteAddresses> }>()
  return {
    of(root) {
      const now = performance.now()
      const entry = known.get(root)
      if (entry && entry.until > now) return entry.addresses
      const addresses = read(root)
      known.set(root, { until: now + keptMs, addresses })
      return addresses
    },
  }
}

async function read(root: string): Promise<SiteAddresses> {
  for (const folder of siteFolders) {
    const names = new Set([
      ...(await namesIn(root, folder)),
      ...(await namesIn(root, joined(folder, 'config/_default'))).map((name) => `config/_default/${name}`),
    ])
    for (const name of addressFiles.filter((candidate) => names.has(candidate))) {
      const text = await textOrNull(root, joined(folder, name), maxBytes)
      const addresses = text === null ? null : readSiteAddresses(name, text)
      if (addresses !== null) return addresses
    }
  }
  return plainAddresses
}

const joined = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** The names in a folder of the blog; none where it is no folder or lies outside. */
async function namesIn(root: string, folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder === '' ? root : await resolveInBlog(root, PostPath.parse(folder)))
  } catch (error) {
    if (error instanceof FailureError || (error instanceof Error && 'code' in error)) return []
    throw error
  }
}
