import type { TextChange } from '../text/text-change'
import type { Field, FieldEdit, Located, Refusal, WritingHabit } from './front-matter'

/** Front matter that has been found. */
export type FoundBlock = Extract<Located, { kind: 'found' }>

/** The one contiguous change of a block that an edit proposes. Offsets are into the block. */
export type Splice = TextChange

/** What stands in the way of a change; null: nothing. */
export type Objection = 'another-value-changes' | 'a-comment-moves' | null

/** Fields with places in the whole text, or a mistake with its offset into the block: a sentence for the writer. */
export type BlockReading =
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'mistake'; readonly message: string; readonly offset: number }

/** One way to write an edit. */
export type Attempt = {
  readonly splice: Splice
  /**
   * Proves that `splice`, which may have been made smaller since, does what the edit means and nothing else: re-read by every parser
   * that matters for the language, exactly the target differs and the comments are where they were.
   */
  readonly objectionTo: (splice: Splice) => Objection
}

/** An edit as ways to write it, the most faithful first; the first without an objection is taken. */
export type EditPlan =
  | {
      readonly kind: 'plan'
      readonly attempts: readonly Attempt[]
      /** Where in the block to point at when no attempt holds. */
      readonly offset: number
    }
  | { readonly kind: 'unchanged' }
  /** The refusal's offset is into the block. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A language of front matter. Neither function throws, whatever the block holds. */
export type Language = {
  readonly readFields: (text: string, located: FoundBlock) => BlockReading
  /** `block` is the block's own text. Without a habit the language's commonest one counts. */
  readonly planEdit: (
    block: string,
    located: FoundBlock,
    edit: FieldEdit,
    habit: WritingHabit | null,
  ) => EditPlan
}
