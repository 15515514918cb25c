import { type DetectedSite, detectSites, wantedConfigurations } from '#shared/site/detect-sites'
import { mapBounded } from '../files/map-bounded'
import { textOrNull } from '../files/text-or-null'
import { listBlog } from './walk-blog'

const maxBytes = 1024 * 1024
const readsAtOnce = 16

/** The sites of the blog at `root`, its real path, of which `paths` are all files. */
export async function detectBlogSites(
  root: string,
  paths: readonly string[],
): Promise<readonly DetectedSite[]> {
  const texts = await mapBounded(wantedConfigurations(paths), readsAtOnce, async (path) => {
    const text = await textOrNull(root, path, maxBytes)
    return text === null ? null : ([path, text] as const)
  })
  return detectSites(paths, new Map(texts.filter((entry) => entry !== null)))
}

/** The generator of the blog's first site, and the folder that it lies in; null and the blog's own folder where there is none. */
export async function detectBlogSite(
  root: string,
): Promise<Pick<DetectedSite, 'folder'> & { readonly generator: DetectedSite['generator'] | null }> {
  const { files } = await listBlog(root)
  const [first] = await detectBlogSites(
    root,
    files.map(({ path }) => path),
  )
  return first ?? { folder: '', generator: null }
}
