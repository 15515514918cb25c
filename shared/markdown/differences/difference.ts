import type { TextChange } from '#shared/text/text-change'
import type { Shape } from './shape'

/** A change of the text after which it reads the same in both places. */
export type Repair = {
  /** What it does, as a button says it. */
  readonly label: string
  /** Offsets into the same text as the difference's. */
  readonly change: TextChange
}

/** A stretch of a post's body that the blog's generator and GitHub show differently. Offsets are UTF-16 units of the body. */
export type Difference = {
  /** The rule that explains it; `other` where none does. */
  readonly rule: string
  readonly from: number
  readonly to: number
  /** Where the line begins that it is shown at. */
  readonly lineFrom: number
  /** What is different and what to do, for the writer. */
  readonly message: string
  readonly repair: Repair | null
  /** What both make of the stretch. */
  readonly here: Shape
  readonly there: Shape
  /** How many more places of the text this one speaks for. */
  readonly others: number
}
