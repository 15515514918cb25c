import type { FieldHabit, FieldKind, FieldSchema } from '../../contract/field'
import { labelOf } from '../label'
import { usedChoices, withNames } from './choices'
import { type DataNames, matchNames } from './data-names'
import { withGroups } from './groups'
import { commonHabit, habitOf } from './habit'
import { kindOf } from './kind-of'
import { isAlwaysShown, isUniqueByName } from './known-keys'
import { countedFrom } from './most-frequent'
import type { ObservedField, ObservedPost, ObservedValue } from './observed'
import { learnOrder } from './order'
import { noWantedKinds, type WantedKinds } from './wanted-kinds'

const requiredShare = 0.95
/** Fewer posts are no habit. */
const fewestForRequired = 5
const rareShare = 0.15
/** The newest: how posts are written now counts, not how they were before the last change of the site. */
const enoughForHabit = 1000

/** A map that has fields: a post's front matter, or an object inside. */
type Instance = { readonly isPublished: boolean; readonly fields: readonly ObservedField[] }
type Use = { readonly isPublished: boolean; readonly value: ObservedValue }
/** What is known beside a field's own values. */
type Surroundings = { readonly common: FieldHabit; readonly dataFiles: readonly DataNames[] }
/** A computation that can be left and gone on with after each step. */
export type InSteps<Result> = Generator<undefined, Result>

/**
 * The form of a collection's posts, the newest first: the fields that they have, in the order in which they usually stand, each with the kind
 * that its values have in common and the way in which they are written; what refers to a thing of the blog's data files can be any of
 * those. Keys that differ only in letter case are one. At most 300 fields; empty for no posts. A kind that is `wanted` takes the place of the
 * one that the values have in common.
 */
export function inferFields(
  posts: readonly ObservedPost[],
  dataFiles: readonly DataNames[] = [],
  wanted: WantedKinds = noWantedKinds,
): FieldSchema[] {
  const steps = inferFieldsInSteps(posts, dataFiles, wanted)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** As `inferFields`, in steps that each take some ten milliseconds for as many thousand posts. */
export function* inferFieldsInSteps(
  posts: readonly ObservedPost[],
  dataFiles: readonly DataNames[],
  wanted: WantedKinds,
): InSteps<FieldSchema[]> {
  const values = posts.slice(0, enoughForHabit).flatMap(({ fields }) => fields.map(({ value }) => value))
  const { quotes } = habitOf(values, commonHabit)
  // by the lists alone: that most fields hold a single value says nothing about how a list is written
  const { list } = habitOf(
    values.filter(({ kind }) => kind === 'list'),
    commonHabit,
  )
  return yield* fieldsOf(posts, { common: { ...commonHabit, quotes, list }, dataFiles }, wanted)
}

function* fieldsOf(
  instances: readonly Instance[],
  surroundings: Surroundings,
  wanted: WantedKinds,
): InSteps<FieldSchema[]> {
  const spelling = usualSpelling(instances)
  const uses = new Map<string, Use[]>()
  const sequences: string[][] = []
  for (const { isPublished, fields } of instances) {
    const keys = new Set<string>()
    for (const { key: written, value } of fields) {
      const key = spelling(written)
      if (keys.has(key)) continue
      keys.add(key)
      const known = uses.get(key)
      if (known === undefined) uses.set(key, [{ isPublished, value }])
      else known.push({ isPublished, value })
    }
    sequences.push([...keys])
  }
  yield
  const order = learnOrder(sequences)
  const counts = {
    all: instances.length,
    published: instances.filter(({ isPublished }) => isPublished).length,
  }
  const schemas: FieldSchema[] = []
  for (const key of order) {
    yield
    schemas.push(
      yield* schemaOf(key, uses.get(key) ?? [], counts, surroundings, wanted.get(key.toLowerCase())),
    )
  }
  return withGroups(schemas)
}

/** Gives a key as most posts write it: `title` for `Title`. */
function usualSpelling(instances: readonly Instance[]): (key: string) => string {
  const counted = countedFrom(instances.flatMap(({ fields }) => fields.map(({ key }) => key)))
  const usual = new Map<string, string>()
  for (const [key] of counted) {
    const caseless = key.toLowerCase()
    if (!usual.has(caseless)) usual.set(caseless, key)
  }
  const spellings = new Map(counted.map(([key]) => [key, usual.get(key.toLowerCase()) ?? key]))
  return (key) => spellings.get(key) ?? key
}

function* schemaOf(
  key: string,
  uses: readonly Use[],
  counts: { readonly all: number; readonly published: number },
  surroundings: Surroundings,
  wanted: ReturnType<WantedKinds['get']>,
): InSteps<FieldSchema> {
  const values = uses.map(({ value }) => value)
  const own = wanted?.kind ?? kindOf(key, values)
  const { kind, choices, origins } = known(key, own, values, surroundings.dataFiles)
  const share = uses.length / counts.all
  const filledCount = uses.filter(({ isPublished, value }) => isPublished && value.kind !== 'empty').length
  const isRequired = counts.published >= fewestForRequired && filledCount >= requiredShare * counts.published
  const hasParts = kind === 'object' || kind === 'object-list'
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
    habit: habitOf(values.slice(0, enoughForHabit), surroundings.common),
    origins,
    fields: hasParts
      ? yield* fieldsOf(uses.flatMap(mapsOf), surroundings, wanted?.fields ?? noWantedKinds)
      : [],
  }
}

/** What can be chosen, and whether it is something that a data file knows. */
function known(
  key: string,
  kind: FieldKind,
  values: readonly ObservedValue[],
  dataFiles: readonly DataNames[],
): Pick<FieldSchema, 'kind' | 'choices' | 'origins'> {
  if (isUniqueByName(key) || !(takesChoices(kind) || kind === 'text'))
    return { kind, choices: [], origins: {} }
  const used = usedChoices(values)
  const match = matchNames(key, new Set(used.map(({ value }) => value)), dataFiles)
  if (match === null) return { kind, choices: takesChoices(kind) ? used : [], origins: {} }
  return {
    kind: kind === 'list' ? kind : 'reference',
    choices: withNames(used, match),
    origins: { choices: { file: match.names.file, line: 1 } },
  }
}

/** A kind that suits one value alone says nothing about lists: the few that posts have are shown as such. */
function isOneOrList(kind: FieldKind, values: readonly ObservedValue[]): boolean {
  const one = kind === 'object-list' ? 'map' : takesChoices(kind) ? 'single' : null
  const isList = (value: ObservedValue): boolean =>
    value.kind === 'list' || (value.kind === 'empty' && value.of === 'list')
  return values.some((value) => value.kind === one) && values.some(isList)
}

function takesChoices(kind: FieldKind): boolean {
  return kind === 'choice' || kind === 'list' || kind === 'reference'
}

function mapsOf({ isPublished, value }: Use): readonly Instance[] {
  if (value.kind === 'map') return [{ isPublished, fields: value.fields }]
  if (value.kind !== 'list') return []
  return value.items.flatMap((item) => mapsOf({ isPublished, value: item }))
}
