import type { AddedValue } from '#shared/front-matter/front-matter'

/** A value from the command line. */
export type GivenValue =
  /** As the field's kind, or the collection's posts, have it. */
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'json'; readonly value: AddedValue }

/** What `galley set` is asked to do with a field. `key` is a key, or a way into maps and lists: `seo.title`, `authors.0.name`. */
export type FieldTask =
  | { readonly kind: 'set'; readonly key: string; readonly value: GivenValue }
  | { readonly kind: 'add'; readonly key: string; readonly value: GivenValue }
  | {
      readonly kind: 'append'
      readonly key: string
      readonly value: GivenValue
      /** A post without the field gets it, with this one item. */
      readonly adds: boolean
    }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'remove-item'; readonly key: string; readonly value: GivenValue }
  | { readonly kind: 'rename'; readonly key: string; readonly newKey: string }
