import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'
import { pageValuesOf } from '#shared/markdown/templates/page-values'
import type { TemplateContext } from '#shared/markdown/templates/template-context'
import type { PostValues } from '#shared/post/post-values'
import { seekBody } from '#shared/site/page-frame/find-body'
import type { KnownPost } from '#shared/site/page-frame/match-page'
import { UnreadablePageError } from '#shared/site/page-frame/page-tree'
import { collectionFolderOf } from '#shared/site/post-folders'
import type { OpenBlog } from '../../blogs/blog-registry'
import { parseValues } from '../../posts/parse-values'
import type { Scan } from '../../posts/post-index'
import { readPost } from '../../posts/read-post'

/** A post as it is looked for by name: cheaply read. */
export type ListedPost = {
  readonly path: PostPath
  readonly title: string
  readonly values: PostValues
  readonly text: string
  readonly bodyFrom: number
  readonly frontMatter: FrontMatter
}

/** Reads a post and its front matter; the title is the list's. */
export async function readListedPost(
  blog: OpenBlog,
  scan: Scan,
  { path, title }: Pick<PostSummary, 'path' | 'title'>,
): Promise<ListedPost> {
  const { text } = await readPost(blog.root, path)
  const located = locateFrontMatter(text, scan.locateOptions)
  const frontMatter = readFrontMatter(text, scan.locateOptions)
  return { path, title, values: valuesIn(text, located), text, bodyFrom: located.bodyFrom, frontMatter }
}

function valuesIn(text: string, located: ReturnType<typeof locateFrontMatter>): PostValues {
  if (located.kind !== 'found') return {}
  try {
    return parseValues(text, located)
  } catch {
    // The editor shows the mistake and its place; a page can be found without.
    return {}
  }
}

/** Renders a post's body, template tags put in, to be looked for; null when it is too large for any page. */
export async function seekPost(
  post: ListedPost,
  setup: MarkdownSetup,
  context: TemplateContext,
): Promise<KnownPost | null> {
  // on demand: most calls of the services need no Markdown
  const { renderDocument } = await import('#shared/markdown/templates/document-renderer')
  const templates = { context, page: pageValuesOf(post.frontMatter) }
  try {
    return {
      path: post.path,
      title: post.title,
      values: post.values,
      body: seekBody(renderDocument(post.text.slice(post.bodyFrom), setup, templates).html),
    }
  } catch (error) {
    if (error instanceof UnreadablePageError) return null
    throw error
  }
}

/** The Markdown posts besides one, those of its own folder first, the newest first. */
export function siblingsOf(path: PostPath, { list: { posts } }: Scan): readonly PostSummary[] {
  const folder = collectionFolderOf(path)
  const others = posts.filter((post) => post.path !== path && post.markup === 'markdown')
  const isNear = (post: PostSummary): boolean => collectionFolderOf(post.path) === folder
  return [...others.filter(isNear), ...others.filter((post) => !isNear(post))]
}
