import type { Node } from 'jsonc-parser'
import type { FieldPath, Refusal } from '../front-matter'
import type { JsonBlock } from './block'

/** Where a value stands. Offsets are into the block's `source`. */
export type JsonPlace = {
  readonly value: Node
  /** The object or list that holds it; null for the root. */
  readonly holder: Node | null
  /** Which of the holder's children it is, or belongs to. */
  readonly index: number
}

/** A place, or why it cannot be edited; the refusal's offset is into `source`. */
export type JsonLookup =
  | { readonly kind: 'place'; readonly place: JsonPlace }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The properties of an object or the items of a list. */
export function childrenOf(node: Node): readonly Node[] {
  return node.children ?? []
}

/** The offset behind a node's last character. */
export function endOf(node: Node): number {
  return node.offset + node.length
}

/** A property's key and value. */
export function partsOf(property: Node): { readonly key: Node; readonly value: Node } {
  const [key, value] = property.children ?? []
  // the block has been read without an error, so a property has both
  return { key: key as Node, value: value as Node }
}

/** A property's key as a text. */
export function keyText(property: Node): string {
  return String(partsOf(property).key.value)
}

/** The second property of each key that `object` has more than once. */
export function repeatedKeys(object: Node): ReadonlyMap<string, Node> {
  const seen = new Set<string>()
  const seconds = new Map<string, Node>()
  for (const property of childrenOf(object)) {
    const key = keyText(property)
    if (seen.has(key) && !seconds.has(key)) seconds.set(key, property)
    seen.add(key)
  }
  return seconds
}

/** Why a key that is there twice is not edited. */
export function duplicateRefusal(key: string, second: Node): Refusal {
  const message = `\`${key}\` is there twice. Remove one of the two in the text.`
  return { reason: 'duplicate-key', message, offset: second.offset }
}

/** Finds `path`, the root for `[]`; refuses a key that is there twice. */
export function lookUp(block: JsonBlock, path: FieldPath): JsonLookup {
  let place: JsonPlace = { value: block.root, holder: null, index: 0 }
  for (const step of path) {
    const next = stepInto(place.value, step)
    if (next.kind === 'refused') return next
    place = next.place
  }
  return { kind: 'place', place }
}

function stepInto(holder: Node, step: string | number): JsonLookup {
  if (holder.type === 'array') {
    const index = Number(step)
    const value = childrenOf(holder)[index]
    return value === undefined ? missing(step, holder) : { kind: 'place', place: { value, holder, index } }
  }
  if (holder.type !== 'object') return missing(step, holder)
  const key = String(step)
  const second = repeatedKeys(holder).get(key)
  if (second !== undefined) return { kind: 'refused', refusal: duplicateRefusal(key, second) }
  const index = childrenOf(holder).findIndex((property) => keyText(property) === key)
  const property = childrenOf(holder)[index]
  if (property === undefined) return missing(step, holder)
  return { kind: 'place', place: { value: partsOf(property).value, holder, index } }
}

function missing(step: string | number, holder: Node): JsonLookup {
  const message =
    typeof step === 'number' ? 'The list has no item at that place.' : `The front matter has no \`${step}\`.`
  return { kind: 'refused', refusal: { reason: 'no-such-field', message, offset: holder.offset } }
}
