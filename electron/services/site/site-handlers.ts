import type { Handlers } from '#shared/contract/calls'
import type { BlogRegistry } from '../blogs/blog-registry'
import { describeToReaders } from './describe-to-readers'

/** The calls about the site that a blog is published as. */
export function createSiteHandlers(blogs: BlogRegistry): Pick<Handlers, 'site.describeToReaders'> {
  return {
    'site.describeToReaders': async ({ blog }) => describeToReaders(blogs.get(blog)),
  }
}
