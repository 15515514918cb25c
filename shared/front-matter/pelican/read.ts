import type { Field, FieldValue, Refusal } from '../front-matter'
import type { BlockReading, FoundBlock } from '../language'
import { maxBlockCharacters, tooLongMessage } from '../limits'
import {
  type Header,
  headerText,
  isListHeader,
  itemRanges,
  readHeaders,
  repeatedHeaders,
  valueRangeOf,
} from './headers'

/** The headers as fields: each value is one text, but for `Tags` and `Authors`, which are lists. */
export function readPelicanFields(text: string, located: FoundBlock): BlockReading {
  const base = located.block.from
  const block = text.slice(base, located.block.to)
  if (block.length > maxBlockCharacters) return { kind: 'mistake', message: tooLongMessage, offset: 0 }
  const headers = readHeaders(block)
  const repeated = repeatedHeaders(headers)
  const fields = headers.map((header): Field => {
    const second = repeated.get(header.name)
    const refusal = second === undefined ? null : duplicateRefusal(header.key, second)
    const valueRange = valueRangeOf(header)
    return {
      key: header.key,
      path: [header.key],
      value: valueOfHeader(block, header),
      keyRange: { from: base + header.keyRange.from, to: base + header.keyRange.to },
      valueRange: { from: base + valueRange.from, to: base + valueRange.to },
      refusal: refusal === null ? null : { ...refusal, offset: base + refusal.offset },
    }
  })
  return { kind: 'fields', fields }
}

/** Why a header that is there twice is not edited. */
export function duplicateRefusal(key: string, second: Header): Refusal {
  const message = `\`${key}\` is there twice. Remove one of the two in the text.`
  return { reason: 'duplicate-key', message, offset: second.keyRange.from }
}

function valueOfHeader(block: string, header: Header): FieldValue {
  if (!isListHeader(header.name)) return { kind: 'text', text: headerText(block, header) }
  const items = itemRanges(block, header).map(({ from, to }) => {
    return { kind: 'text', text: block.slice(from, to) } as const
  })
  return { kind: 'list', items }
}
