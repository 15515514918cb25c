import type { ConfiguredField } from './configuration'

/** The fields without those whose key one before them has, in whatever letter case. */
export function firstOfEachKey(fields: readonly ConfiguredField[]): readonly ConfiguredField[] {
  const keys = new Set<string>()
  return fields.filter(({ key }) => !keys.has(key.toLowerCase()) && keys.add(key.toLowerCase()))
}
