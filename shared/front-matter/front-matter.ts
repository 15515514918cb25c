import type { GeneratorId } from '../site/detect-generator'
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

/** How this site's generator finds front matter; without evidence a text that begins with `Note: hi` is prose. */
export type LocateOptions = {
  /** Posts begin with `key: value` lines that end in `...` or `---`. */
  readonly openerless?: boolean
  /** Posts begin with `Key: value` lines up to a blank line. */
  readonly pelican?: boolean
  /** What this generator does not take for front matter is not found; null or absent: whatever any generator reads is. */
  readonly generator?: GeneratorId | null
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
   * The value's source without its tag, anchor and comment; empty (from = to) for an empty value.
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
  | 'merge-key' // the key comes from another map, through YAML's `<<`
  | 'explicit-key' // the key is written in YAML's long form, `? key`
  | 'tag' // a tag such as `!name` says how the value is read
  | 'not-a-list'
  | 'collection' // the value is a map or list where a single value is set
  | 'comment-in-the-way'
  | 'unsupported-value' // a lone surrogate, a NUL, a value that the language does not have
  | 'would-touch-more' // verification found another difference

/** See `RefusalReason`; `message` is a sentence for the writer, `offset` where in the whole text it lies. */
export type Refusal = {
  readonly reason: RefusalReason
  readonly message: string
  readonly offset: number
}

/** A single value as an edit writes it: a text, or a scalar that is no text and is written as it is. */
export type NewValue =
  /** Comes back from every parser of the language as exactly this string; quoted only when it must be. */
  | { readonly kind: 'text'; readonly text: string }
  /**
   * Source on one line that the language reads as something else than text: a date, a number, `yes`, `true`, `null`. In YAML, `''`
   * leaves the key without a value. Refused where the language has no such value (a date in JSON, anything in Pelican's headers).
   */
  | { readonly kind: 'plain'; readonly source: string }

/** Any value as an edit writes it. */
export type AddedValue =
  | NewValue
  | { readonly kind: 'list'; readonly items: readonly AddedValue[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: AddedValue])[] }

/** One edit of front matter. Paths lead from the root; indices count from 0. */
export type FieldEdit =
  /**
   * A single value replaces a single or an empty one in its own style, a list or map any value; that a list or map gives way to a single value is
   * refused (`collection`).
   */
  | { readonly kind: 'set'; readonly path: FieldPath; readonly value: AddedValue }
  /** Leaves the key with the language's empty value: nothing in YAML and Pelican, else `""`, `[]` or `{}`. */
  | { readonly kind: 'clear'; readonly path: FieldPath }
  /** Behind the last item; an empty value becomes a list, and so does a single one, as its first item. */
  | { readonly kind: 'append'; readonly path: FieldPath; readonly value: AddedValue }
  | { readonly kind: 'remove-item'; readonly path: FieldPath; readonly index: number }
  /** The item at `from` stands at `to` afterwards. */
  | { readonly kind: 'move-item'; readonly path: FieldPath; readonly from: number; readonly to: number }
  /** Into the map at `path`, the root for `[]`. Refused for a key that is there. */
  | {
      readonly kind: 'add-key'
      readonly path: FieldPath
      readonly key: string
      readonly value: AddedValue
    }
  /** With its value and the comments on its lines. */
  | { readonly kind: 'remove-key'; readonly path: FieldPath }
  /** The last step of `path` becomes `key`; value and place stay. Refused for a key that is there. */
  | { readonly kind: 'rename-key'; readonly path: FieldPath; readonly key: string }

/** How the collection's other posts are written: it decides where the file itself has no habit. */
export type WritingHabit = {
  /** The map's keys in their usual order: a new key goes below the nearest one that stands before it there, else above the nearest after it. */
  readonly order: readonly string[]
  readonly quotes: 'plain' | 'single' | 'double'
  readonly list: 'flow' | 'block' | 'block-indented'
}

/** What an edit knows apart from the text. */
export type EditOptions = LocateOptions & { readonly habit?: WritingHabit }

/** The outcome of an edit: the smallest changes to the whole text, or why not. */
export type EditResult =
  | {
      readonly kind: 'changed'
      readonly changes: readonly TextChange[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
