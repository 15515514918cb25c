import type { SiteExtras } from '#shared/contract/site-extras'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { codeStyleOf } from './enrich/code/code-style'
import { type Enrichment, type EnrichmentSource, noEnrichment } from './enrich/enrichment'

/** What the site does to the post that is open: what its files say, and the post's front matter where it has a say. */
export class PostEnrichment implements EnrichmentSource {
  private enrichment: Enrichment = noEnrichment
  private extras: SiteExtras | null = null
  private frontMatter: FrontMatter | null = null
  private readonly listeners = new Set<() => void>()

  current(): Enrichment {
    return this.enrichment
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  setExtras(extras: SiteExtras): void {
    this.extras = extras
    this.update()
  }

  setFrontMatter(frontMatter: FrontMatter): void {
    this.frontMatter = frontMatter
    this.update()
  }

  private update(): void {
    if (this.extras === null) return
    const next = enrichmentOf(this.extras, this.frontMatter)
    if (JSON.stringify(next) === JSON.stringify(this.enrichment)) return
    this.enrichment = next
    for (const listener of this.listeners) listener()
  }
}

function enrichmentOf({ highlighter }: SiteExtras, _frontMatter: FrontMatter | null): Enrichment {
  return { code: highlighter === null ? null : codeStyleOf(highlighter.name, highlighter.numbered) }
}
