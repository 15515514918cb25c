import type { Handlers } from '#shared/contract/calls'
import type { BlogRegistry } from '../blogs/blog-registry'
import { addMedia } from './add-media'
import { listMedia } from './list-media'

/** The calls about the images of a blog. */
export function createMediaHandlers(blogs: BlogRegistry): Pick<Handlers, 'media.list' | 'media.add'> {
  return {
    'media.list': async ({ blog, path }) => listMedia(blogs.get(blog), path),
    'media.add': async ({ blog, path, name, base64 }) =>
      addMedia(blogs.get(blog), path, { name, bytes: Buffer.from(base64, 'base64') }),
  }
}
