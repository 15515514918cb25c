import type { ConfiguredCollection, FormConfiguration } from './configuration'
import { closenessOf } from './configured-folder'
import { firstOfEachKey } from './first-of-each-key'

/**
 * What a configuration says about the posts of `folder`: of its collections the one whose folder holds them most closely counts, or several
 * that do so equally, of which the first that names a field describes it. No fields where none holds them.
 */
export function configuredFor(
  folder: string,
  { collections }: FormConfiguration,
): Pick<ConfiguredCollection, 'label' | 'fields'> {
  const closest = closestTo(folder, collections)
  return {
    label: closest.find(({ label }) => label !== null)?.label ?? null,
    fields: firstOfEachKey(closest.flatMap(({ fields }) => fields)),
  }
}

function closestTo(
  folder: string,
  collections: readonly ConfiguredCollection[],
): readonly ConfiguredCollection[] {
  const holding = collections.flatMap((collection) => {
    const closeness = closenessOf(collection.folder, folder)
    return closeness === null ? [] : [{ collection, closeness }]
  })
  const most = holding.reduce((greatest, { closeness }) => Math.max(greatest, closeness), 0)
  return holding.filter(({ closeness }) => closeness === most).map(({ collection }) => collection)
}
