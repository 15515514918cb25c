import type { Blog } from '#shared/contract/blog'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { pageValuesOf } from '#shared/markdown/templates/page-values'
import {
  emptyTemplateContext,
  type PlainValues,
  type TemplateContext,
} from '#shared/markdown/templates/template-context'
import { templateGeneratorOf } from '#shared/markdown/templates/template-language'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { markdownSetup, onMarkdownSetup } from '../state/markdown-setup'
import { notifyFailure } from '../state/notices'
import type { Preview } from './create-preview'

/** Files of a site seldom change alone: they are read again when it has been quiet for so long. */
const quietMs = 400

/**
 * Tells the preview what the template tags of the editor's post refer to: the files of the blog's site, where the post is shown as its generator
 * does, and the post's own front matter. Follows both. Returns a function that stops.
 */
export function followTemplates(app: App, blog: Blog, editor: EditorPort, preview: Preview): () => void {
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** null until the site was read, or where no post holds tags. */
  let context: TemplateContext | null = null
  let page: PlainValues = {}

  const tell = (): void => {
    if (context !== null) preview.setTemplates({ context, page })
  }
  const setFrontMatter = (frontMatter: FrontMatter): void => {
    page = pageValuesOf(frontMatter)
    tell()
  }
  const read = async (): Promise<void> => {
    const { flavour } = markdownSetup(app) ?? blog.evidence.setup
    const generator = templateGeneratorOf(flavour)
    const isOwn = generator !== null && generator === blog.evidence.locate.generator
    const known = isOwn ? await app.client.call('site.readTemplateContext', { blog: blog.id }) : null
    if (isStopped || generator === null) return
    context = known ?? emptyTemplateContext
    tell()
  }
  const readNow = (): void => {
    read().catch((error) => notifyFailure(app.notices, error))
  }

  const first = editor.snapshot()
  if (first !== null) page = pageValuesOf(first.frontMatter)
  readNow()
  const stops = [
    editor.onUpdate(({ changes, frontMatter, frontMatterChanged }) => {
      if (changes === null || frontMatterChanged) setFrontMatter(frontMatter)
    }),
    onMarkdownSetup(app, readNow),
    app.client.on('posts.changed', ({ blog: changed, paths }) => {
      const isOpenPost = (path: (typeof paths)[number]): boolean => app.session.getState().posts.has(path)
      if (changed !== blog.id || (paths.length > 0 && paths.every(isOpenPost))) return
      clearTimeout(timer)
      timer = setTimeout(readNow, quietMs)
    }),
  ]
  return () => {
    isStopped = true
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
