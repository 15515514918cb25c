import type { FieldKind } from '../../contract/field'
import {
  isChoiceByName,
  isDateByName,
  isImageByName,
  isListByName,
  isProseByName,
  isReferenceByName,
  isUniqueByName,
} from './known-keys'
import type { ObservedSingle, ObservedValue } from './observed'

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)(?:[?#].*)?$/i
const filePath = /^(?:[a-z][a-z\d+.-]*:\/\/|\.{0,2}\/|[^\s/]+\/)\S*$/i

/** What a field's values are: alone, in lists, and whatever has parts. */
type Shapes = {
  readonly singles: readonly ObservedSingle[]
  readonly lists: number
  readonly maps: number
  readonly listsOfMaps: number
  /** Lists of lists, or of all sorts of things. */
  readonly tangles: number
}

/**
 * What a field is, by the values that the collection's posts give it; empty values say nothing. Few exceptions are tolerated where the
 * kind is worth it, as real blogs have them.
 */
export function kindOf(key: string, values: readonly ObservedValue[]): FieldKind {
  const shapes = shapesOf(values)
  const { singles, lists, maps, listsOfMaps, tangles } = shapes
  const count = singles.length + lists + maps + listsOfMaps + tangles
  if (count === 0) return kindOfNothing(key, values)
  const plain = singles.length + lists
  const isMost = (part: number): boolean => part * 2 > count
  if (isMost(maps)) return 'object'
  if (isMost(listsOfMaps + maps)) return 'object-list'
  if (!isMost(plain)) return 'other'
  if (singles.length === 0) return 'list'
  const kind = kindOfSingles(key, singles)
  return lists > 0 && lists >= fewestLists(kind, singles) * plain ? 'list' : kind
}

/** The share of lists beside such single values from which on the field is a list that some posts write as one value. */
function fewestLists(kind: FieldKind, singles: readonly ObservedSingle[]): number {
  if (singles.some(({ hasLineBreak }) => hasLineBreak)) return 0.5
  // these have room for a list as well; the others have not
  return kind === 'reference' || kind === 'choice' ? 0.3 : 0.05
}

/** How many of each shape there are, by what is filled in. */
function shapesOf(values: readonly ObservedValue[]): Shapes {
  const singles = values.filter((value) => value.kind === 'single')
  const lists = values.filter((value) => value.kind === 'list')
  const listsOf = (isOne: (item: ObservedValue) => boolean): number =>
    lists.filter(({ items }) => items.length > 0 && items.every(isOne)).length
  const ofSingles = listsOf((item) => item.kind === 'single' || isEmpty(item, 'nothing', 'text'))
  const ofMaps = listsOf((item) => item.kind === 'map' || isEmpty(item, 'map'))
  return {
    singles,
    lists: ofSingles,
    maps: values.filter(({ kind }) => kind === 'map').length,
    listsOfMaps: ofMaps,
    tangles: lists.length - ofSingles - ofMaps,
  }
}

function isEmpty(
  value: ObservedValue,
  ...kinds: readonly Extract<ObservedValue, { kind: 'empty' }>['of'][]
): boolean {
  return value.kind === 'empty' && kinds.includes(value.of)
}

function kindOfNothing(key: string, values: readonly ObservedValue[]): FieldKind {
  if (values.some((value) => isEmpty(value, 'map'))) return 'object'
  if (values.some((value) => isEmpty(value, 'list')) || isListByName(key)) return 'list'
  if (isProseByName(key)) return 'long-text'
  if (isImageByName(key)) return 'image'
  if (isReferenceByName(key)) return 'reference'
  return isDateByName(key) ? 'date' : 'text'
}

function kindOfSingles(key: string, singles: readonly ObservedSingle[]): FieldKind {
  const share = (test: (single: ObservedSingle) => boolean): number =>
    singles.filter(test).length / singles.length
  if (share(({ type }) => type === 'yes-no') >= 0.95) return 'yes-no'
  if (share(({ datePattern }) => datePattern !== null) >= 0.9) return 'date'
  if (share(({ type }) => type === 'number') >= 0.95) return 'number'
  if (isLong(key, singles)) return 'long-text'
  if (isImage(key, share)) return 'image'
  if (singles.some(({ length, hasLineBreak }) => length >= 60 || hasLineBreak)) return 'text'
  if (isReferenceByName(key)) return 'reference'
  return isChoice(key, singles) ? 'choice' : 'text'
}

function isLong(key: string, singles: readonly ObservedSingle[]): boolean {
  if (isProseByName(key) || singles.some(({ hasLineBreak }) => hasLineBreak)) return true
  const lengths = singles.map(({ length }) => length).toSorted((one, other) => one - other)
  return !isUniqueByName(key) && (lengths[lengths.length >> 1] ?? 0) > 100
}

function isImage(key: string, share: (test: (single: ObservedSingle) => boolean) => number): boolean {
  if (share(({ text }) => imageFile.test(text)) >= 0.8) return true
  return isImageByName(key) && share(({ text }) => filePath.test(text) || imageFile.test(text)) >= 0.8
}

function isChoice(key: string, singles: readonly ObservedSingle[]): boolean {
  if (isUniqueByName(key)) return false
  const distinct = new Set(singles.map(({ text }) => text)).size
  if (isChoiceByName(key)) return distinct < singles.length
  return singles.length >= 4 && distinct <= 20 && singles.length / distinct >= 3
}
