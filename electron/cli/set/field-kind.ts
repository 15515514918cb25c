import { fail } from '#shared/contract/failure'
import type { AddedValue, Field, FieldValue } from '#shared/front-matter/front-matter'
import { printable } from '../output'
import type { GivenValue } from './field-task'
import { findField, type KeyCase } from './find-field'

type PlainType = Extract<FieldValue, { kind: 'plain' }>['type']

const fitting: Readonly<Record<PlainType, string>> = {
  'yes-no': 'true or false',
  number: 'a number, such as 12',
  date: 'a date, such as 2018-05-31',
  null: 'any text',
}

/** The value in the kind that the field has: a date stays a date, a number a number, yes/no yes/no; all else becomes text. */
export function valueFor(before: FieldValue, given: GivenValue): AddedValue {
  if (given.kind === 'json') return given.value
  const isTyped = before.kind === 'plain' && before.type !== 'null'
  return isTyped ? { kind: 'plain', source: given.text } : { kind: 'text', text: given.text }
}

/** Refuses words that made a yes/no, a number or a date something else; empty ones clear any field. */
export function checkKind(
  key: string,
  words: string,
  before: readonly Field[],
  after: readonly Field[],
  keyCase: KeyCase,
): void {
  const old = findField(before, key, keyCase)?.value
  if (old?.kind !== 'plain' || old.type === 'null' || words === '') return
  const now = findField(after, key, keyCase)?.value
  if (now?.kind === 'plain' && now.type === old.type) return
  fail(
    'refused',
    `${printable(key)} takes ${fitting[old.type]}, not ${printable(words)}. Nothing was changed.`,
  )
}
