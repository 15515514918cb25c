import { z } from 'zod'

/** When a site does something: on every page, or on those whose front matter says so under one of `keys`. */
export const ExtraCondition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({
    kind: z.literal('front-matter'),
    keys: z.array(z.string()),
    /** What holds for a post that says nothing. */
    otherwise: z.boolean(),
  }),
])
/** See the schema of the same name. */
export type ExtraCondition = z.infer<typeof ExtraCondition>

/** What stands around a formula. */
export const MathDelimiter = z.object({ left: z.string(), right: z.string(), display: z.boolean() })
/** See the schema of the same name. */
export type MathDelimiter = z.infer<typeof MathDelimiter>

/** How a site shows formulas: a library looks for them in the text of its pages, between these delimiters. */
export const SiteMath = z.object({
  library: z.enum(['katex', 'mathjax']),
  when: ExtraCondition,
  /** In the order in which the library tries them. */
  delimiters: z.array(MathDelimiter),
  /** Any `\begin{…}` begins a formula, up to its `\end`. */
  environments: z.boolean(),
  /** The site's own commands, such as `\R`, and what they stand for. */
  macros: z.record(z.string(), z.string()),
})
/** See the schema of the same name. */
export type SiteMath = z.infer<typeof SiteMath>

/** What a site does to its posts besides Markdown, as far as its files say so without being run. */
export const SiteExtras = z.object({
  /** What colours its code; null where it stays plain. `numbered`: lines carry numbers where the post does not say. */
  highlighter: z
    .object({
      name: z.enum(['chroma', 'rouge', 'pygments', 'hexo', 'shiki', 'docusaurus', 'prism', 'highlight.js']),
      numbered: z.boolean(),
    })
    .nullable(),
  math: SiteMath.nullable(),
  /** When it draws diagrams from Mermaid code; null for never. */
  diagrams: ExtraCondition.nullable(),
})
/** See the schema of the same name. */
export type SiteExtras = z.infer<typeof SiteExtras>
