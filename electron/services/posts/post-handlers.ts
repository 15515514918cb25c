import type { Handlers } from '#shared/contract/calls'
import type { BlogRegistry } from '../blogs/blog-registry'
import type { Journal } from '../files/journal'
import { createCollectionDescriber } from './describe-collection'
import { readPost } from './read-post'
import type { PostWriter } from './write-post'

type PostHandlers = Pick<
  Handlers,
  | 'posts.list'
  | 'posts.read'
  | 'posts.write'
  | 'posts.describeCollection'
  | 'recovery.keep'
  | 'recovery.read'
  | 'recovery.discard'
>

/** The calls about posts and about text that is not saved yet. */
export function createPostHandlers(
  blogs: BlogRegistry,
  writePost: PostWriter,
  journal: Journal,
): PostHandlers {
  const describeCollection = createCollectionDescriber()
  const rootOf = (blog: Parameters<BlogRegistry['get']>[0]) => blogs.get(blog).root
  return {
    'posts.list': async ({ blog }) => (await blogs.get(blog).index.scan()).list,
    'posts.read': async ({ blog, path }) => readPost(rootOf(blog), path),
    'posts.write': async ({ blog, ...write }) => writePost({ root: rootOf(blog), ...write }),
    'posts.describeCollection': async ({ blog, path }) => describeCollection(blogs.get(blog), path),
    'recovery.keep': async ({ blog, path, text, baseVersion }) => {
      await journal.keep(rootOf(blog), path, text, baseVersion)
      return {}
    },
    'recovery.read': async ({ blog, path }) => ({ recovered: await journal.read(rootOf(blog), path) }),
    'recovery.discard': async ({ blog, path }) => {
      await journal.discard(rootOf(blog), path)
      return {}
    },
  }
}
