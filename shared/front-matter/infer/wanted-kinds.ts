import type { FieldKind } from '../../contract/field'

/**
 * The kinds that a configuration wants, by key in lower case, with those of the fields inside; a kind is null where it only speaks of
 * these.
 */
export type WantedKinds = ReadonlyMap<
  string,
  { readonly kind: FieldKind | null; readonly fields: WantedKinds }
>

/** Nothing is wanted: the values decide. */
export const noWantedKinds: WantedKinds = new Map()
