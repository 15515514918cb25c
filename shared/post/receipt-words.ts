import type { ChangeReceipt, FieldChange } from './change-receipt'

/** More fields than these are counted, not named. */
const maxNamed = 4

/**
 * What was changed in a writer's words, in whole sentences: `Title and 2 lines of text changed. Tags added.` `labelOf` names a field as the
 * writer knows it. The one place for these words: the window and the command line say the same.
 */
export function receiptWords(
  { fields, textLines, otherLines }: ChangeReceipt,
  labelOf: (key: string) => string,
): string {
  const lines = [
    ...(textLines === 0 ? [] : [`${count(textLines, 'line')} of text`]),
    ...(otherLines === 0 ? [] : [`${count(otherLines, 'line')} of front matter`]),
  ]
  const sentences = [
    sentence([...names(fields, 'changed', labelOf), ...lines], 'changed'),
    sentence(names(fields, 'added', labelOf), 'added'),
    sentence(names(fields, 'removed', labelOf), 'removed'),
    ...fields.map((field) =>
      field.kind === 'renamed' ? `${oldAndNewName(field, labelOf).join(' renamed to ')}.` : '',
    ),
  ].filter((words) => words !== '')
  return sentences.length === 0 ? 'Nothing changed.' : sentences.join(' ')
}

function names(
  fields: readonly FieldChange[],
  kind: FieldChange['kind'],
  labelOf: (key: string) => string,
): readonly string[] {
  const labels = fields.filter((field) => field.kind === kind).map(({ key }) => labelOf(key))
  if (labels.length <= maxNamed) return labels
  const named = labels.slice(0, maxNamed - 1)
  return [...named, count(labels.length - named.length, 'other field')]
}

/** The keys themselves where their labels are alike: `title` and `Title`. */
function oldAndNewName(
  { key, newKey }: Extract<FieldChange, { kind: 'renamed' }>,
  labelOf: (key: string) => string,
): readonly [string, string] {
  const labels = [labelOf(key), labelOf(newKey)] as const
  return labels[0] === labels[1] ? [key, newKey] : labels
}

function sentence(things: readonly string[], verb: string): string {
  const last = things.at(-1)
  if (last === undefined) return ''
  const others = things.slice(0, -1).join(', ')
  return `${others === '' ? '' : `${others} and `}${last} ${verb}.`
}

function count(amount: number, thing: string): string {
  return `${amount.toLocaleString('en')} ${thing}${amount === 1 ? '' : 's'}`
}
