import type { FieldSchema } from '#shared/contract/field'
import { parseDate } from '#shared/front-matter/dates'
import type { AddedValue, FieldValue } from '#shared/front-matter/front-matter'
import type { GivenValue } from './field-task'

const number = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/
const yesNo = /^(?:true|false|yes|no|on|off)$/i

/** Ways to write the value of a field that a post gets, as the other posts have it; a language that lacks the first refuses it. */
export function newFieldValues(given: GivenValue, schema: FieldSchema | undefined): readonly AddedValue[] {
  if (given.kind === 'json') return [given.value]
  const ways = scalarWays(given.text, staysPlain(given.text, schema))
  const isList = schema?.kind === 'list' && schema.habit.list !== 'one'
  return isList ? ways.map((item) => ({ kind: 'list', items: [item] })) : ways
}

/** Ways to write an item that a list gets: a number where the list has numbers alone, else text. */
export function newItemValues(given: GivenValue, items: readonly FieldValue[]): readonly AddedValue[] {
  if (given.kind === 'json') return [given.value]
  const areNumbers =
    items.length > 0 && items.every((item) => item.kind === 'plain' && item.type === 'number')
  return scalarWays(given.text, areNumbers && number.test(given.text))
}

function scalarWays(text: string, isPlain: boolean): readonly AddedValue[] {
  const asText = { kind: 'text', text } as const
  return isPlain ? [{ kind: 'plain', source: text }, asText] : [asText]
}

function staysPlain(text: string, schema: FieldSchema | undefined): boolean {
  switch (schema?.kind) {
    case 'number':
      return number.test(text)
    case 'yes-no':
      return yesNo.test(text)
    case 'date':
      return schema.habit.quotes === 'plain' && parseDate(text) !== null
    default:
      return false
  }
}
