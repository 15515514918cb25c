import type { TextChange } from '../text/text-change'

/** How a file's front matter is delimited. One name per combination of opener, language and closer met in real blogs. */
export type Dialect =
  | 'yaml' // --- … ---
  | 'yaml-dots' // --- … ...
  | 'yaml-no-opener-dots' // key: value lines … ...
  | 'yaml-no-opener-dashes' // key: value lines … ---
  | 'toml' // +++ … +++
  | 'json' // { … }
  | 'json-semicolons' // ;;; … ;;;
  | 'json-comment' // <!-- { … } -->
  | 'pelican' // Key: value lines up to a blank line

/** What the site's posts taught us; without evidence a text that begins with `Note: hi` is prose. */
export type LocateOptions = {
  readonly openerless?: boolean
  readonly pelican?: boolean
}

/** A stretch of the text, UTF-16 offsets, end exclusive. */
export type Range = { readonly from: number; readonly to: number }

/** Where a text's front matter is. The body is `text.slice(bodyFrom)` and is never touched by an edit of a field. */
export type Located =
  | { readonly kind: 'none'; readonly bodyFrom: number }
  /** An opening delimiter without a closing one: `line` is the opener's, 1-based. */
  | {
      readonly kind: 'unclosed'
      readonly bodyFrom: number
      readonly line: number
    }
  | {
      readonly kind: 'found'
      readonly dialect: Dialect
      readonly language: 'yaml' | 'toml' | 'json' | 'pelican'
      /** Opening delimiter with its line break; empty in an opener-less dialect. */
      readonly open: Range
      /** What the generator's parser reads. */
      readonly block: Range
      /** Closing delimiter with its line break. */
      readonly close: Range
      readonly bodyFrom: number
    }

/**
 * A value as the form shows it. `text` is what the parsers read, but for the line breaks at the end of a block scalar, which
 * belong to its style; braces that mean text (`{{ title }}`) are shown as they are.
 */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A plain scalar that is no string: a date, a number, yes/no, null. `source` is what the file has. */
  | {
      readonly kind: 'plain'
      readonly type: 'date' | 'number' | 'yes-no' | 'null'
      readonly source: string
    }
  | { readonly kind: 'list'; readonly items: readonly FieldValue[] }
  | { readonly kind: 'map'; readonly entries: readonly Field[] }

/** One key of the front matter with its place in the whole text. */
export type Field = {
  readonly key: string
  readonly path: FieldPath
  readonly value: FieldValue
  readonly keyRange: Range
  /**
   * The value's source without its tag, anchor and comment; empty (from = to) for an empty value. In TOML, JSON and metadata
   * lines both ranges are the whole block.
   */
  readonly valueRange: Range
  /** Why this field cannot be edited through the form (a shared anchor, a duplicate key); null when it can. */
  readonly refusal: Refusal | null
}

/** Keys and indices from the root. */
export type FieldPath = readonly (string | number)[]

/** All fields, or why there are none. */
export type FrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** `line` and `column` are 1-based in the whole text, `offset` into it. */
  | {
      readonly kind: 'unreadable'
      readonly message: string
      readonly line: number
      readonly column: number
      readonly offset: number
    }

/** Why an edit was refused; nothing is ever reformatted instead. */
export type RefusalReason =
  | 'no-front-matter'
  | 'unreadable' // the block does not parse
  | 'no-such-field'
  | 'duplicate-key'
  | 'alias' // the value is an alias
  | 'shared-anchor' // the value is anchored and used elsewhere
  | 'not-a-list'
  | 'collection' // the value is a map or list where a single value is set
  | 'comment-in-the-way'
  | 'unsupported-value' // a lone surrogate, a NUL
  | 'unsupported-dialect'
  | 'would-touch-more' // verification found another difference

/** See `RefusalReason`; `message` is a sentence for the writer, `offset` where in the whole text it lies. */
export type Refusal = {
  readonly reason: RefusalReason
  readonly message: string
  readonly offset: number
}

/** What an edit writes: a text, or a plain scalar that is written as it is. */
export type NewValue =
  /** Comes back from every YAML parser as exactly this string; quoted only when it must be. */
  | { readonly kind: 'text'; readonly text: string }
  /** Unquoted source on one line: a date, a number, `yes`; `''` leaves the key without a value. */
  | { readonly kind: 'plain'; readonly source: string }

/** What a new key can have: a value or a list of texts. */
export type AddedValue = NewValue | { readonly kind: 'list'; readonly items: readonly string[] }

/** The outcome of an edit: the smallest changes to the whole text, or why not. */
export type EditResult =
  | {
      readonly kind: 'changed'
      readonly changes: readonly TextChange[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
