import { FailureError, fail } from '#shared/contract/failure'
import { setField } from '#shared/front-matter/edit'
import type {
  Field,
  FieldValue,
  FrontMatter,
  LocateOptions,
  NewValue,
} from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { printable } from './output'

/** `It has: title, author, team.` */
function suggestKeys(fields: readonly Field[]): string {
  const keys = fields.map(({ key }) => printable(key)).join(', ')
  return keys === '' ? 'Its front matter has no fields.' : `It has: ${keys}.`
}

function findField(frontMatter: FrontMatter, key: string): Field {
  if (frontMatter.kind === 'none')
    return fail('refused', 'The post has no front matter, so there is no field to set. Nothing was changed.')
  if (frontMatter.kind === 'unreadable')
    return fail(
      'refused',
      `The front matter cannot be read: ${frontMatter.message} (line ${frontMatter.line}). Nothing was changed.`,
    )
  const field = frontMatter.fields.find((candidate) => candidate.key === key)
  return (
    field ??
    fail('refused', `The post has no field ${key}. ${suggestKeys(frontMatter.fields)} Nothing was changed.`)
  )
}

/** The value in the field's own kind: a date stays a date, a number a number, yes/no yes/no; all else becomes text. */
function valueFor(field: Field, text: string): NewValue {
  const isTyped = field.value.kind === 'plain' && field.value.type !== 'null'
  return isTyped ? { kind: 'plain', source: text } : { kind: 'text', text }
}

type PlainType = Extract<FieldValue, { kind: 'plain' }>['type']

const fitting: Readonly<Record<PlainType, string>> = {
  'yes-no': 'true or false',
  number: 'a number, such as 12',
  date: 'a date, such as 2018-05-31',
  null: 'any text',
}

/** Refuses a value that would make a yes/no, a number or a date something else; an empty one clears any field. */
function checkKind({ key, value: before }: Field, value: string, after: FrontMatter): void {
  if (before.kind !== 'plain' || before.type === 'null' || value === '') return
  const now = findField(after, key).value
  if (now.kind === 'plain' && now.type === before.type) return
  fail(
    'refused',
    `${printable(key)} takes ${fitting[before.type]}, not ${printable(value)}. Nothing was changed.`,
  )
}

/**
 * The post's text with one top-level field set to `value`, in the field's own kind. Throws `refused`, in words for the writer, for a
 * field that is not there and rather than touch anything else.
 */
export function withField(text: string, key: string, value: string, options: LocateOptions): string {
  const field = findField(readFrontMatter(text, options), key)
  const result = setField(text, field.path, valueFor(field, value), options)
  if (result.kind === 'refused')
    throw new FailureError('refused', `${result.refusal.message} Nothing was changed.`)
  const after = applyTextChanges(text, result.changes)
  checkKind(field, value, readFrontMatter(after, options))
  return after
}
