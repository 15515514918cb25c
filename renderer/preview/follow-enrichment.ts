import type { Blog } from '#shared/contract/blog'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { notifyFailure } from '../state/notices'
import type { EnrichmentSource } from './enrich/enrichment'
import { PostEnrichment } from './post-enrichment'

/** Learns what the blog's site does to the editor's post besides Markdown, and follows the post's front matter. `stop` ends it. */
export function followEnrichment(
  app: App,
  blog: Blog,
  editor: EditorPort,
): { readonly source: EnrichmentSource; readonly stop: () => void } {
  const source = new PostEnrichment()
  let isStopped = false
  const first = editor.snapshot()
  if (first !== null) source.setFrontMatter(first.frontMatter)
  const stopUpdates = editor.onUpdate(({ changes, frontMatter, frontMatterChanged }) => {
    if (changes === null || frontMatterChanged) source.setFrontMatter(frontMatter)
  })
  app.client
    .call('site.describeExtras', { blog: blog.id, flavour: blog.evidence.setup.flavour })
    .then((extras) => {
      if (!isStopped) source.setExtras(extras)
    })
    .catch((error) => notifyFailure(app.notices, error))
  return {
    source,
    stop() {
      isStopped = true
      stopUpdates()
    },
  }
}
