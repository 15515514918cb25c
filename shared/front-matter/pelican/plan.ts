import type { AddedValue, FieldEdit, FieldPath, Refusal, WritingHabit } from '../front-matter'
import type { Splice } from '../language'
import { maxBlockCharacters, tooLongMessage } from '../limits'
import { placeOfKey } from '../place-of-key'
import {
  type Header,
  headerText,
  isListHeader,
  itemRanges,
  readHeaders,
  repeatedHeaders,
  valueRangeOf,
} from './headers'
import { appendedItem, joinedItems, movedItem, removedItem } from './items'
import { duplicateRefusal } from './read'
import { cleared, linesOver, withHeader } from './splices'
import { isHeaderName, textsOf, whyNoHeaderText } from './write'

/** An edit as ways to write it, the most faithful first. */
export type PelicanPlan =
  | { readonly kind: 'splices'; readonly splices: readonly Splice[]; readonly offset: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

type Lookup = { readonly kind: 'header'; readonly header: Header } | Extract<PelicanPlan, { kind: 'refused' }>

/** Plans any edit of a block of headers. */
export function planPelicanEdit(block: string, edit: FieldEdit, habit: WritingHabit | null): PelicanPlan {
  if (block.length > maxBlockCharacters) return refused('unreadable', tooLongMessage, 0)
  if (edit.kind === 'add-key') return planAddKey(block, edit, habit)
  const found = lookUp(block, edit.path)
  if (found.kind === 'refused') return found
  const { header } = found
  const offset = header.keyRange.from
  const isItem = edit.path.length === 2
  switch (edit.kind) {
    case 'set':
      return isItem
        ? planSetItem(block, header, edit.path[1], edit.value)
        : planSet(block, header, edit.value)
    case 'clear':
      if (isItem) return noSuchItem(offset)
      return hasValue(header) ? splices([cleared(header)], offset) : { kind: 'unchanged' }
    case 'append':
      return planAppend(block, header, edit.value, isItem)
    case 'remove-item':
      return onItems(block, header, [edit.index], isItem, () => removedItem(block, header, edit.index))
    case 'move-item':
      if (edit.from === edit.to) return { kind: 'unchanged' }
      return onItems(block, header, [edit.from, edit.to], isItem, () => {
        return [movedItem(block, header, edit.from, edit.to)]
      })
    case 'remove-key':
      return isItem ? noSuchItem(offset) : splices([{ ...header.span, insert: '' }], offset)
    case 'rename-key':
      return isItem ? noSuchItem(offset) : planRename(block, header, edit.key)
  }
}

function lookUp(block: string, path: FieldPath): Lookup {
  const headers = readHeaders(block)
  const name = String(path[0] ?? '').toLowerCase()
  const header = headers.find((candidate) => candidate.name === name)
  if (header === undefined || path.length > 2) {
    return refused('no-such-field', `The front matter has no \`${path.join('.')}\`.`, 0)
  }
  const second = repeatedHeaders(headers).get(name)
  if (second !== undefined) return { kind: 'refused', refusal: duplicateRefusal(header.key, second) }
  if (path.length === 2 && itemRanges(block, header)[Number(path[1])] === undefined) {
    return noSuchItem(header.keyRange.from)
  }
  return { kind: 'header', header }
}

function planSet(block: string, header: Header, value: AddedValue): PelicanPlan {
  const offset = header.keyRange.from
  const isList = isListHeader(header.name)
  const texts = textsOf(value)
  const problem = whyNotValue(value, isList)
  if (problem !== null) return refused('unsupported-value', problem, offset)
  const items = isList ? itemRanges(block, header).map(({ from, to }) => block.slice(from, to)) : []
  if (value.kind === 'list') {
    if (isSame(items, texts ?? [])) return { kind: 'unchanged' }
    if (texts?.length === 0) return splices([cleared(header)], offset)
    return splices(
      joinedItems(block, header, texts ?? []).map((text) => linesOver(block, header, text)),
      offset,
    )
  }
  // a header is a line of text, whatever Pelican makes of it: a text is all of its items
  const [text = ''] = texts ?? []
  if (items.length > 0 && text === headerText(block, header)) return { kind: 'unchanged' }
  if (text === '') return hasValue(header) ? splices([cleared(header)], offset) : { kind: 'unchanged' }
  return splices([linesOver(block, header, text)], offset)
}

function planSetItem(
  block: string,
  header: Header,
  step: string | number | undefined,
  value: AddedValue,
): PelicanPlan {
  const offset = header.keyRange.from
  const item = itemRanges(block, header)[Number(step)]
  const problem = whyNoItem(value)
  if (item === undefined) return noSuchItem(offset)
  if (problem !== null || value.kind !== 'text')
    return refused('unsupported-value', problem ?? noText, offset)
  if (block.slice(item.from, item.to) === value.text) return { kind: 'unchanged' }
  return splices([{ from: item.from, to: item.to, insert: value.text }], offset)
}

function planAppend(block: string, header: Header, value: AddedValue, isItem: boolean): PelicanPlan {
  const offset = header.keyRange.from
  if (!isListHeader(header.name) || isItem) return notAList(header)
  const problem = whyNoItem(value)
  if (problem !== null || value.kind !== 'text')
    return refused('unsupported-value', problem ?? noText, offset)
  return splices(appendedItem(block, header, value.text), offset)
}

function planAddKey(
  block: string,
  { path, key, value }: Extract<FieldEdit, { kind: 'add-key' }>,
  habit: WritingHabit | null,
): PelicanPlan {
  const headers = readHeaders(block)
  const [owner] = path
  if (owner !== undefined) {
    return refused('no-such-field', `\`${owner}\` has no keys of its own.`, 0)
  }
  if (!isHeaderName(key)) {
    const message = 'The name of a header is made of letters A to Z, digits, `-` and `_`.'
    return refused('unsupported-value', message, block.length)
  }
  const there = headers.find(({ name }) => name === key.toLowerCase())
  if (there !== undefined) return alreadyThere(there)
  const texts = textsOf(value)
  const isList = isListHeader(key.toLowerCase())
  const problem = whyNotValue(value, isList)
  if (problem !== null) return refused('unsupported-value', problem, block.length)
  const forms = value.kind === 'list' ? joinedItems(block, null, texts ?? []) : [texts?.[0] ?? '']
  const order = (habit?.order ?? []).map((usual) => usual.toLowerCase())
  const names = headers.map(({ name }) => name)
  const before = headers[placeOfKey(names, key.toLowerCase(), order)]
  const at = before?.span.from ?? block.length
  return splices(
    forms.map((text) => withHeader(block, headers, at, key, text)),
    at,
  )
}

function planRename(block: string, header: Header, key: string): PelicanPlan {
  const offset = header.keyRange.from
  if (!isHeaderName(key)) {
    const message = 'The name of a header is made of letters A to Z, digits, `-` and `_`.'
    return refused('unsupported-value', message, offset)
  }
  if (header.key === key) return { kind: 'unchanged' }
  const there = readHeaders(block).find(({ name }) => name === key.toLowerCase() && name !== header.name)
  if (there !== undefined) return alreadyThere(there)
  return splices([{ ...header.keyRange, insert: key }], offset)
}

function onItems(
  block: string,
  header: Header,
  indices: readonly number[],
  isItem: boolean,
  make: () => readonly Splice[],
): PelicanPlan {
  if (!isListHeader(header.name) || isItem) return notAList(header)
  const items = itemRanges(block, header)
  if (indices.some((index) => items[index] === undefined)) return noSuchItem(header.keyRange.from)
  return splices(make(), header.keyRange.from)
}

const noText = 'A header holds text only. Give it as a text, or as a list of texts for `Tags` and `Authors`.'

function whyNotValue(value: AddedValue, isList: boolean): string | null {
  if (value.kind === 'text') return whyNoHeaderText(value.text)
  if (value.kind !== 'list' || !isList) return noText
  return value.items.map(whyNoItem).find((reason) => reason !== null) ?? null
}

function whyNoItem(value: AddedValue): string | null {
  if (value.kind !== 'text') return noText
  if (value.text === '') return 'An empty item would be skipped. Write something in it.'
  if (/[\r\n]/.test(value.text)) return 'An item of a list has one line. Take the line break out.'
  return whyNoHeaderText(value.text)
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index])
}

function hasValue(header: Header): boolean {
  const { from, to } = valueRangeOf(header)
  return from < to
}

function alreadyThere(header: Header): Extract<PelicanPlan, { kind: 'refused' }> {
  const message = `\`${header.key}\` is there already. Change its value instead.`
  return refused('duplicate-key', message, header.keyRange.from)
}

function notAList(header: Header): PelicanPlan {
  return refused('not-a-list', `\`${header.key}\` is not a list.`, header.keyRange.from)
}

function noSuchItem(offset: number): Extract<PelicanPlan, { kind: 'refused' }> {
  return refused('no-such-field', 'The list has no item at that place.', offset)
}

function splices(made: readonly Splice[], offset: number): PelicanPlan {
  return { kind: 'splices', splices: made, offset }
}

function refused(
  reason: Refusal['reason'],
  message: string,
  offset: number,
): Extract<PelicanPlan, { kind: 'refused' }> {
  return { kind: 'refused', refusal: { reason, message, offset } }
}
