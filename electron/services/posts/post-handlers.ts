import type { Handlers } from '#shared/contract/calls'
import type { BlogRegistry } from '../blogs/blog-registry'
import type { Journal } from '../files/journal'
import { createPost } from './create-post'
import { createCollectionDescriber } from './describe-collection'
import { planNewPost } from './plan-new-post'
import { readPost } from './read-post'
import type { PostWriter } from './write-post'

type PostHandlers = Pick<
  Handlers,
  | 'posts.list'
  | 'posts.read'
  | 'posts.write'
  | 'posts.describeCollection'
  | 'posts.planNew'
  | 'posts.create'
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
    'posts.planNew': async ({ blog, ...request }) =>
      planNewPost(await blogs.get(blog).index.scan(), request, Date.now()),
    'posts.create': async ({ blog, path, text }) => {
      await createPost(rootOf(blog), path, text)
      return {}
    },
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
