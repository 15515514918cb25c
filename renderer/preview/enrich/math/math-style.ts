import type { MathDelimiter, SiteMath } from '#shared/contract/site-extras'

/** How a site's formulas are found and set; whether the post has any is decided before. */
export type MathStyle = {
  readonly library: SiteMath['library']
  readonly delimiters: readonly MathDelimiter[]
  readonly environments: boolean
  readonly macros: Readonly<Record<string, string>>
}

/** A formula without its delimiters. */
export type Formula = { readonly tex: string; readonly display: boolean }

/** What the worker is asked: a formula, and the commands that the site defines. */
export type MathJob = Formula & { readonly macros: Readonly<Record<string, string>> }

/** What it answers: the formula as HTML, which still has to be sanitised, or what is wrong with it. */
export type MathAnswer = { readonly html: string } | { readonly error: string }
