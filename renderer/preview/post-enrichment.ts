import type { ExtraCondition, SiteExtras, SiteMath } from '#shared/contract/site-extras'
import type { FieldValue, FrontMatter } from '#shared/front-matter/front-matter'
import { saysYes } from '#shared/site/extras/says-yes'
import { codeStyleOf } from './enrich/code/code-style'
import { type Enrichment, type EnrichmentSource, noEnrichment } from './enrich/enrichment'
import type { MathStyle } from './enrich/math/math-style'

/** What the site does to the post that is open: what its files say, and the post's front matter where it has a say. */
export class PostEnrichment implements EnrichmentSource {
  private enrichment: Enrichment = noEnrichment
  private extras: SiteExtras | null = null
  private frontMatter: FrontMatter | null = null
  private readonly listeners = new Set<() => void>()

  current(): Enrichment {
    return this.enrichment
  }

  async mathStyleSheet(): Promise<string> {
    return (await import('katex/dist/katex.min.css?url')).default
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

function enrichmentOf(
  { highlighter, math, diagrams }: SiteExtras,
  frontMatter: FrontMatter | null,
): Enrichment {
  return {
    code: highlighter && codeStyleOf(highlighter.name, highlighter.numbered),
    math: math && isOn(math.when, frontMatter) ? withoutCondition(math) : null,
    diagrams: diagrams !== null && isOn(diagrams, frontMatter),
  }
}

function withoutCondition({ when: _, ...style }: SiteMath): MathStyle {
  return style
}

/** Whether the site does something to this post. */
function isOn(condition: ExtraCondition, frontMatter: FrontMatter | null): boolean {
  if (condition.kind === 'always') return true
  const fields = frontMatter?.kind === 'fields' ? frontMatter.fields : []
  const said = fields.filter(({ key }) =>
    condition.keys.some((name) => name.toLowerCase() === key.toLowerCase()),
  )
  return said.length === 0 ? condition.otherwise : said.some(({ value }) => saysYes(plainOf(value)))
}

/** A field's value as a configuration would have it. */
function plainOf(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return value.type === 'null' ? null : value.source
    case 'list':
      return value.items.map(plainOf)
    case 'map':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key, plainOf(inner)]))
  }
}
