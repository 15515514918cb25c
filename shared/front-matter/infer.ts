import type { FieldSchema } from '../contract/field'
import type { Field, FieldValue, FrontMatter } from './front-matter'
import { kindOf } from './infer-kind'

type Uses = { readonly values: FieldValue[]; readonly places: number[] }

/**
 * The form of a folder's posts: the fields that they have, in the order in which they usually stand, each with the kind
 * that its values have in common. Posts whose front matter cannot be read teach nothing. Empty for no posts.
 */
export function inferFields(posts: readonly FrontMatter[]): FieldSchema[] {
  const readable = posts.flatMap((post) => (post.kind === 'fields' ? [post.fields] : []))
  const usesByKey = new Map<string, Uses>()
  for (const fields of readable)
    for (const [place, field] of firstOfEach(fields).entries()) note(usesByKey, field, place)
  return [...usesByKey]
    .toSorted(
      ([, one], [, other]) =>
        mean(one.places) - mean(other.places) || other.places.length - one.places.length,
    )
    .map(([key, uses]) => schemaOf(key, uses, readable.length))
}

/** A key as a form's label: `published_on` → `Published on`, `pubDate` → `Pub date`. */
export function labelOf(key: string): string {
  const words = key
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    // an abbreviation such as `SEO` stays as it is
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
  const label = words.join(' ')
  return label === '' ? key : label.charAt(0).toUpperCase() + label.slice(1)
}

function firstOfEach(fields: readonly Field[]): readonly Field[] {
  const seen = new Set<string>()
  return fields.filter(({ key }) => !seen.has(key) && seen.add(key))
}

function note(usesByKey: Map<string, Uses>, field: Field, place: number): void {
  const uses = usesByKey.get(field.key) ?? { values: [], places: [] }
  usesByKey.set(field.key, uses)
  uses.values.push(field.value)
  uses.places.push(place)
}

function schemaOf(key: string, uses: Uses, postCount: number): FieldSchema {
  const kind = kindOf(key, uses.values)
  return {
    key,
    label: labelOf(key),
    kind,
    choices: kind === 'choice' || kind === 'list' ? mostUsedFirst(uses.values.flatMap(textsOf)) : [],
    isOneOrList: false,
    share: uses.values.length / postCount,
    isRequired: false,
    isRare: false,
    group: null,
    hint: null,
    default: null,
    habit: { quotes: 'plain', list: 'flow', datePattern: null, words: null },
    origins: {},
    fields: [],
  }
}

function textsOf(value: FieldValue): readonly string[] {
  if (value.kind === 'text') return value.text === '' ? [] : [value.text]
  if (value.kind === 'plain') return value.type === 'null' ? [] : [value.source]
  return value.kind === 'list' ? value.items.flatMap(textsOf) : []
}

function mostUsedFirst(texts: readonly string[]): FieldSchema['choices'] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([value, count]) => ({ value, label: null, count }))
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
