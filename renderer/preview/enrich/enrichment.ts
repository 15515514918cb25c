import type { CodeStyle } from './code/code-style'
import type { MathStyle } from './math/math-style'

/** What a site does to its posts' text besides Markdown. */
export type Enrichment = {
  /** How code is coloured; null where the site leaves it plain. */
  readonly code: CodeStyle | null
  /** How formulas are found and set; null where the post's page sets none. */
  readonly math: MathStyle | null
  /** Whether code in Mermaid's language is drawn. */
  readonly diagrams: boolean
}

/** Leaves everything as Markdown makes it. */
export const noEnrichment: Enrichment = { code: null, math: null, diagrams: false }

/** The enrichment of the post that is shown, which may change while it is. */
export type EnrichmentSource = {
  current(): Enrichment
  /** The address of the style sheet for formulas, in the interface's own space. */
  mathStyleSheet(): Promise<string>
  /** Calls `listener` after each change. Returns a function that ends it. */
  subscribe(listener: () => void): () => void
}
