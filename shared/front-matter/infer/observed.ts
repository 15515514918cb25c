import type { FieldHabit } from '../../contract/field'
import type { Dialect } from '../front-matter'

/** How a text or a list is written; null where its source does not say, as for a block scalar. */
export type Quotes = FieldHabit['quotes'] | null
/** See `Quotes`. */
export type ListStyle = Exclude<FieldHabit['list'], 'one'>

/** A single value, as far as it teaches anything. */
export type ObservedSingle = {
  readonly kind: 'single'
  /** What the file makes of it; a text that is a date (`May 31, 2018`) stays a text. */
  readonly type: 'text' | 'date' | 'number' | 'yes-no'
  /** The first 200 characters: of a text what the parsers read, else the source. */
  readonly text: string
  readonly length: number
  readonly hasLineBreak: boolean
  /** A `fullPattern`; null for what `parseDate` does not read. */
  readonly datePattern: string | null
  readonly quotes: Quotes
}

/** A value as inference sees it. Plain data, so that it can be kept and copied without the text that it was read from. */
export type ObservedValue =
  /** Nothing, an empty text, an empty list or an empty map. */
  | { readonly kind: 'empty'; readonly of: 'nothing' | 'text' | 'list' | 'map' }
  | ObservedSingle
  /** `quotes` are those that most of its items have. */
  | {
      readonly kind: 'list'
      readonly items: readonly ObservedValue[]
      readonly style: ListStyle
      readonly quotes: Quotes
    }
  | { readonly kind: 'map'; readonly fields: readonly ObservedField[] }

/** A key with its value, in the order of the file. */
export type ObservedField = { readonly key: string; readonly value: ObservedValue }

/** What one post teaches about its collection. */
export type ObservedPost = {
  readonly dialect: Dialect
  /** False for a post that the site leaves out, as far as is known. */
  readonly isPublished: boolean
  readonly fields: readonly ObservedField[]
}
