import type { Blog } from '#shared/contract/blog'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { markdownSetup, onMarkdownSetup } from '../state/markdown-setup'
import { notifyFailure } from '../state/notices'
import type { EnrichmentSource } from './enrich/enrichment'
import { PostEnrichment } from './post-enrichment'

/** Learns what the blog's site does to the editor's post besides Markdown, and follows the post's front matter and the chosen flavour. `stop` ends it. */
export function followEnrichment(
  app: App,
  blog: Blog,
  editor: EditorPort,
): { readonly source: EnrichmentSource; readonly stop: () => void } {
  const source = new PostEnrichment()
  let asked: FlavourId | null = null
  const ask = async (flavour: FlavourId): Promise<void> => {
    if (flavour === asked) return
    asked = flavour
    try {
      const extras = await app.client.call('site.describeExtras', { blog: blog.id, flavour })
      // null once it has ended, another once the writer has chosen another
      if (asked === flavour) source.setExtras(extras)
    } catch (error) {
      notifyFailure(app.notices, error)
    }
  }
  const first = editor.snapshot()
  if (first !== null) source.setFrontMatter(first.frontMatter)
  void ask((markdownSetup(app) ?? blog.evidence.setup).flavour)
  const ends = [
    editor.onUpdate(({ changes, frontMatter, frontMatterChanged }) => {
      if (changes === null || frontMatterChanged) source.setFrontMatter(frontMatter)
    }),
    onMarkdownSetup(app, ({ flavour }) => void ask(flavour)),
  ]
  return {
    source,
    stop() {
      asked = null
      for (const end of ends) end()
    },
  }
}
