import type { FieldKind } from '../../contract/field'
import { noWantedKinds, type WantedKinds } from '../../front-matter/infer/wanted-kinds'
import type { ConfiguredField, FormConfiguration } from './configuration'
import { configuredFor } from './configured-for'

/**
 * The kinds that configurations, the weakest first, want for the fields of the posts of `folder`: posts are to be read with these, so
 * that a choice, say, comes with the values in use.
 */
export function wantedKinds(configurations: readonly FormConfiguration[], folder: string): WantedKinds {
  return configurations.reduce<WantedKinds>(
    (wanted, configuration) => withFields(wanted, configuredFor(folder, configuration).fields),
    noWantedKinds,
  )
}

function withFields(wanted: WantedKinds, fields: readonly ConfiguredField[]): WantedKinds {
  if (fields.length === 0) return wanted
  const kinds = new Map(wanted)
  for (const { key, settings, fields: inner } of fields) {
    const known = kinds.get(key.toLowerCase())
    const kind: FieldKind | null = settings.kind?.value ?? known?.kind ?? null
    kinds.set(key.toLowerCase(), { kind, fields: withFields(known?.fields ?? noWantedKinds, inner) })
  }
  return kinds
}
