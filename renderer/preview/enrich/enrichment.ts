import type { CodeStyle } from './code/code-style'

/** What a site does to its posts' text besides Markdown. */
export type Enrichment = {
  /** How code is coloured; null where the site leaves it plain. */
  readonly code: CodeStyle | null
}

/** Leaves everything as Markdown makes it. */
export const noEnrichment: Enrichment = { code: null }

/** The enrichment of the post that is shown, which may change while it is. */
export type EnrichmentSource = {
  current(): Enrichment
  /** Calls `listener` after each change. Returns a function that ends it. */
  subscribe(listener: () => void): () => void
}
