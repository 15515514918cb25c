import type { Family } from '../family'
import type { Shape } from '../shape'

/** A stretch of source whose renderings differ. `here` is what the blog's generator makes of it, `there` what GitHub does. */
export type Comparison = {
  readonly family: Family
  /** What to call the generator. */
  readonly name: string
  readonly source: string
  readonly here: Shape
  readonly there: Shape
}

/** What a rule found. */
export type Finding = {
  /** The line of the source, from 0, that the writer should look at. */
  readonly line: number
  readonly message: string
  /** The finding holds whatever comes of the repair. */
  readonly isCertain?: true
  /** The source as it reads the same in both places. Put to the proof before the finding is believed. */
  readonly repair?: { readonly label: string; readonly source: string }
}

/** One cause of differences. */
export type Rule = {
  readonly id: string
  /** The renderers that it holds for. */
  readonly families: readonly Family[]
  /** Says it of every place of the text at once, at the first of them. */
  readonly isSaidOnce?: true
  /** Whether this is the cause. A finding without a repair has to be certain from the renderings. */
  find(comparison: Comparison): Finding | null
}
