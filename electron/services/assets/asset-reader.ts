import { BlogId } from '#shared/contract/blog'
import { FailureError, fail } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import type { BlogRegistry } from '../blogs/blog-registry'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { findSiteFile, readSiteFile } from '../site/page-frame/site-file'
import { mediaTypeOf } from './media-types'
import { referencePaths } from './reference-paths'
import { createSiteAddressReader } from './site-addresses-of'

/** A media file of a blog. */
export type Asset = {
  readonly bytes: Uint8Array
  /** From the file's ending. A host must add `nosniff` and, since SVG can hold scripts, a sandboxing policy. */
  readonly contentType: string
  readonly sizeBytes: number
}

/** Gives a post's pictures, sounds, films and fonts to the preview. */
export type AssetReader = {
  /**
   * The file that `reference`, as written in the post at `post`, means. `not-found` when there is none or it is no media file,
   * `outside-blog` when a link leads out, `too-large`; `invalid-request` for a blog or post that cannot be.
   */
  read(blog: string, post: string, reference: string): Promise<Asset>
  /**
   * A style sheet, picture or font of the site as built into the folder `output`, where `path` is its address on the site. Addresses in a
   * style sheet lead to such files or nowhere. Failures as those of `read`.
   */
  readOfSite(blog: string, output: string, path: string): Promise<Asset>
}

const maxAssetBytes = 128 * 1024 * 1024

/** A reader over the open blogs. Only files inside the blog with a media ending are ever read. */
export function createAssetReader(blogs: BlogRegistry): AssetReader {
  const addresses = createSiteAddressReader()
  return {
    async read(blog, post, reference) {
      const id = BlogId.safeParse(blog)
      const postPath = PostPath.safeParse(post)
      if (!id.success || !postPath.success) fail('invalid-request', 'This is no address of a file in a blog.')
      const { root } = blogs.get(id.data)
      for (const path of referencePaths(postPath.data, reference, await addresses.of(root))) {
        const asset = await readIfThere(root, path)
        if (asset !== null) return asset
      }
      return fail('not-found', `The blog has no media file that ${reference} would mean.`)
    },
    async readOfSite(blog, output, path) {
      const id = BlogId.safeParse(blog)
      const isFolder = output === '' || PostPath.safeParse(output).success
      if (!id.success || !isFolder) fail('invalid-request', 'This is no address of a file in a blog.')
      const { root } = blogs.get(id.data)
      const file = await findSiteFile(root, output, path)
      if (file === null) return fail('not-found', `The built site has no file ${path}.`)
      const bytes = await readSiteFile(root, file, path)
      return { bytes, contentType: file.contentType, sizeBytes: bytes.length }
    },
  }
}

async function readIfThere(root: string, path: PostPath): Promise<Asset | null> {
  const contentType = mediaTypeOf(path)
  if (contentType === null) return null
  try {
    const real = await resolveInBlog(root, path)
    // A link named like a picture must not show another kind of file.
    if (mediaTypeOf(real) === null) return null
    const bytes = await readRegularFile(real, path, maxAssetBytes)
    return { bytes, contentType, sizeBytes: bytes.length }
  } catch (error) {
    if (error instanceof FailureError && error.code === 'not-found') return null
    throw error
  }
}
