import { isPersonByName } from './known-keys'

/** A thing that a data file of the blog knows, such as an author. */
export type DataName = {
  /** What posts refer to it by. */
  readonly key: string
  /** What it is called, null where that is the key. */
  readonly label: string | null
}

/** The things of one data file. */
export type DataNames = {
  /** Relative to the blog, `/` between segments. */
  readonly file: string
  /** The file's name without its ending, such as `authors`. */
  readonly name: string
  readonly entries: readonly DataName[]
}

/** How a field's values are found in a data file: as its keys or as its labels. */
export type NamesMatch = { readonly names: DataNames; readonly by: 'key' | 'label' }

const maxEntries = 2000
const keyFields = ['id', 'slug', 'key', 'username', 'handle', 'short_name']
const labelFields = ['name', 'title', 'label', 'display_name', 'full_name']

/**
 * The things in a parsed data file: the keys of a map, as in Docusaurus' `authors.yml`, or the items of a list by their `id` or `name`. Empty for
 * anything else. At most the first 2,000.
 */
export function namesIn(data: unknown): readonly DataName[] {
  if (Array.isArray(data)) return data.slice(0, maxEntries).flatMap(nameOfItem)
  if (!isMap(data)) return []
  return Object.entries(data)
    .slice(0, maxEntries)
    .map(([key, value]) => labelled(key, typeof value === 'string' ? value : textAt(value, labelFields)))
}

/** What a single thing's data call it; null for nothing. */
export function nameOfThing(data: unknown): string | null {
  return textAt(data, labelFields)
}

/**
 * The data file that a field refers to, given the different texts that posts have there. A file that is about the same thing as the key
 * (`authors.yml` and `author`) counts when it knows half of them or there are none; any other must know all, and at least three.
 */
export function matchNames(
  key: string,
  texts: ReadonlySet<string>,
  files: readonly DataNames[],
): NamesMatch | null {
  const matches = files
    .filter(({ entries }) => entries.length > 0)
    .flatMap((names) =>
      (['key', 'label'] as const).map((by) => ({ names, by, known: countKnown(names, by, texts) })),
    )
    .filter(({ names, known }) =>
      isAbout(names.name, key) ? known * 2 >= texts.size : known >= 3 && known === texts.size,
    )
  const about = matches.filter(({ names }) => isAbout(names.name, key))
  // the sort is stable: of two alike the nearer file, and its keys before its labels
  const [best] = (about.length > 0 ? about : matches).toSorted((one, other) => other.known - one.known)
  return best ?? null
}

function countKnown({ entries }: DataNames, by: 'key' | 'label', texts: ReadonlySet<string>): number {
  const known = new Set(entries.map((entry) => entry[by]))
  return [...texts].filter((text) => known.has(text)).length
}

function isAbout(name: string, key: string): boolean {
  const isPeople = /^(?:authors?|people|persons?|team|members|contributors|staff|writers|users)$/i.test(name)
  return isPeople ? isPersonByName(key) : singular(name) === singular(key)
}

function singular(word: string): string {
  return word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
}

function nameOfItem(item: unknown): readonly DataName[] {
  if (typeof item === 'string') return [{ key: item, label: null }]
  const label = textAt(item, labelFields)
  const key = textAt(item, keyFields) ?? label
  return key === null ? [] : [labelled(key, label)]
}

function labelled(key: string, label: string | null): DataName {
  return { key, label: label === key ? null : label }
}

function textAt(data: unknown, names: readonly string[]): string | null {
  if (!isMap(data)) return null
  const texts = names.map((name) => (Object.hasOwn(data, name) ? data[name] : null))
  return (texts.find((text) => typeof text === 'string' && text !== '') as string | undefined) ?? null
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
