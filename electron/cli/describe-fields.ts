import type { FieldChoice, FieldSchema, PostCollection } from '#shared/contract/field'
import type { FieldValue } from '#shared/front-matter/front-matter'
import type { FieldCheck } from '#shared/front-matter/infer/check-fields'
import { alignColumns, printable } from './output'

const shownChoices = 4
const shownExceptions = 3

/** A collection for people: one line for each field, and below it the values that its control has no room for. */
export function describeCollectionFields(
  { folder, postCount, dialect, fields }: PostCollection,
  checks: readonly FieldCheck[],
): string {
  const posts = postCount === 1 ? '1 post' : `${postCount} posts`
  const heading = `${printable(folder) || 'The blog’s folder'}: ${posts}, ${dialect}\n`
  const exceptions = checks.map(describeExceptions).join('')
  return `${heading}${alignColumns(fields.flatMap((field) => rowsOf(field, 1)))}${exceptions}`
}

/** How many of the fields can hold every value: `24 of 24 fields (100 %)`. */
export function countHolding(checks: readonly FieldCheck[]): string {
  const holding = checks.filter(({ exceptions }) => exceptions.length === 0).length
  return `${holding} of ${checks.length} fields (${percent(holding, checks.length)})`
}

/** As `countHolding`, for values. */
export function countHeld(checks: readonly FieldCheck[]): string {
  const values = checks.reduce((sum, { valueCount }) => sum + valueCount, 0)
  const held = values - checks.reduce((sum, { exceptions }) => sum + exceptions.length, 0)
  return `${held} of ${values} values (${percent(held, values)})`
}

function rowsOf(field: FieldSchema, depth: number): readonly (readonly string[])[] {
  const row = [
    `${'  '.repeat(depth)}${printable(field.key)}`,
    field.isOneOrList ? `${field.kind}, one or list` : field.kind,
    percent(field.share, 1),
    field.isRequired ? 'required' : field.isRare ? 'rare' : '',
    describeHabit(field),
    describeChoices(field.choices),
  ]
  return [row, ...field.fields.flatMap((inner) => rowsOf(inner, depth + 1))]
}

function describeHabit({ kind, habit, isOneOrList }: FieldSchema): string {
  if (kind === 'date') return habit.datePattern ?? ''
  if (kind === 'yes-no') return habit.words === null ? '' : `${habit.words.yes}/${habit.words.no}`
  if (kind === 'list' || isOneOrList) return `${habit.list}, ${habit.quotes}`
  return kind === 'object' || kind === 'object-list' || kind === 'number' ? '' : habit.quotes
}

function describeChoices(choices: readonly FieldChoice[]): string {
  const shown = choices.slice(0, shownChoices).map(({ value, count }) => `${printable(value)} (${count})`)
  const more = choices.length - shown.length
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

function describeExceptions({ key, valueCount, exceptions }: FieldCheck): string {
  if (exceptions.length === 0) return ''
  const shown = exceptions
    .slice(0, shownExceptions)
    .map(({ post, value }) => `    ${printable(post)}: ${printable(describeValue(value))}\n`)
  const more = exceptions.length - shown.length
  const rest = more > 0 ? `    and ${more} more\n` : ''
  const verb = exceptions.length === 1 ? 'does' : 'do'
  return `  ${printable(key)}: ${exceptions.length} of ${valueCount} values ${verb} not fit\n${shown.join('')}${rest}`
}

function describeValue(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(shortened(value.text))
    case 'plain':
      return shortened(value.source)
    case 'list':
      return shortened(`[${value.items.map(describeValue).join(', ')}]`)
    case 'map':
      return shortened(
        `{${value.entries.map((entry) => `${entry.key}: ${describeValue(entry.value)}`).join(', ')}}`,
      )
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Rounded down, so that only all is 100 %. */
function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.floor((part / whole) * 1000) / 10} %`
}
