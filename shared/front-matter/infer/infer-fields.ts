import type { FieldHabit, FieldKind, FieldSchema } from '../../contract/field'
import { labelOf } from '../label'
import { usedChoices, withNames } from './choices'
import { type DataNames, matchNames } from './data-names'
import { withGroups } from './groups'
import { commonHabit, habitOf } from './habit'
import { kindOf } from './kind-of'
import { isAlwaysShown, isUniqueByName } from './known-keys'
import type { ObservedField, ObservedPost, ObservedValue } from './observed'
import { learnOrder } from './order'

const requiredShare = 0.95
/** Fewer posts are no habit. */
const fewestForRequired = 5
const rareShare = 0.15

/** A map that has fields: a post's front matter, or an object inside. */
type Instance = { readonly isPublished: boolean; readonly fields: readonly ObservedField[] }
type Use = { readonly isPublished: boolean; readonly value: ObservedValue }
/** What is known beside a field's own values. */
type Surroundings = { readonly common: FieldHabit; readonly dataFiles: readonly DataNames[] }

/**
 * The form of a collection's posts: the fields that they have, in the order in which they usually stand, each with the kind that its
 * values have in common and the way in which they are written; what refers to a thing of the blog's data files can be any of those. At
 * most 300 fields; empty for no posts.
 */
export function inferFields(
  posts: readonly ObservedPost[],
  dataFiles: readonly DataNames[] = [],
): FieldSchema[] {
  const values = posts.flatMap(({ fields }) => fields.map(({ value }) => value))
  const { quotes } = habitOf(values, commonHabit)
  // by the lists alone: that most fields hold a single value says nothing about how a list is written
  const { list } = habitOf(
    values.filter(({ kind }) => kind === 'list'),
    commonHabit,
  )
  return fieldsOf(posts, { common: { ...commonHabit, quotes, list }, dataFiles })
}

function fieldsOf(instances: readonly Instance[], surroundings: Surroundings): FieldSchema[] {
  const uses = new Map<string, Use[]>()
  for (const { isPublished, fields } of instances)
    for (const { key, value } of fields) {
      const known = uses.get(key)
      if (known === undefined) uses.set(key, [{ isPublished, value }])
      else known.push({ isPublished, value })
    }
  const publishedCount = instances.filter(({ isPublished }) => isPublished).length
  const order = learnOrder(instances.map(({ fields }) => fields.map(({ key }) => key)))
  return withGroups(
    order.map((key) => schemaOf(key, uses.get(key) ?? [], instances.length, publishedCount, surroundings)),
  )
}

function schemaOf(
  key: string,
  uses: readonly Use[],
  instanceCount: number,
  publishedCount: number,
  surroundings: Surroundings,
): FieldSchema {
  const values = uses.map(({ value }) => value)
  const own = kindOf(key, values)
  const { kind, choices, origins } = known(key, own, values, surroundings.dataFiles)
  const share = uses.length / instanceCount
  const filledCount = uses.filter(({ isPublished, value }) => isPublished && value.kind !== 'empty').length
  const isRequired = publishedCount >= fewestForRequired && filledCount >= requiredShare * publishedCount
  return {
    key,
    label: labelOf(key),
    kind,
    choices,
    isOneOrList: isOneOrList(kind, values),
    share,
    isRequired,
    isRare: share < rareShare && !isRequired && !isAlwaysShown(key),
    group: null,
    hint: null,
    default: null,
    habit: habitOf(values, surroundings.common),
    origins,
    fields: kind === 'object' || kind === 'object-list' ? fieldsOf(uses.flatMap(mapsOf), surroundings) : [],
  }
}

/** What can be chosen, and whether it is something that a data file knows. */
function known(
  key: string,
  kind: FieldKind,
  values: readonly ObservedValue[],
  dataFiles: readonly DataNames[],
): Pick<FieldSchema, 'kind' | 'choices' | 'origins'> {
  const takesChoices = kind === 'choice' || kind === 'list' || kind === 'reference'
  if (isUniqueByName(key) || !(takesChoices || kind === 'text')) return { kind, choices: [], origins: {} }
  const used = usedChoices(values)
  const match = matchNames(key, new Set(used.map(({ value }) => value)), dataFiles)
  if (match === null) return { kind, choices: takesChoices ? used : [], origins: {} }
  return {
    kind: kind === 'list' ? kind : 'reference',
    choices: withNames(used, match),
    origins: { choices: { file: match.names.file, line: 1 } },
  }
}

function isOneOrList(kind: FieldKind, values: readonly ObservedValue[]): boolean {
  const one = kind === 'object' || kind === 'object-list' ? 'map' : 'single'
  const isList = (value: ObservedValue): boolean =>
    value.kind === 'list' || (value.kind === 'empty' && value.of === 'list')
  return values.some((value) => value.kind === one) && values.some(isList)
}

function mapsOf({ isPublished, value }: Use): readonly Instance[] {
  if (value.kind === 'map') return [{ isPublished, fields: value.fields }]
  if (value.kind !== 'list') return []
  return value.items.flatMap((item) => mapsOf({ isPublished, value: item }))
}
