import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldEdit, FieldValue } from '#shared/front-matter/front-matter'
import { ChoiceField } from './choice-field'
import { DateField } from './date-field'
import { settleLongText, settleText } from './draft'
import { shownText } from './field-control'
import type { FormPort } from './form-port'
import { ImageField } from './image-field'
import { ListField } from './list-field'
import { ObjectField } from './object-field'
import { ObjectListField } from './object-list-field'
import { SourceField } from './source-field'
import { TextValueField } from './text-value-field'
import { type Origin, settleNumber, typedItems, typedValues } from './typed-value'
import { YesNoField } from './yes-no-field'

type FieldInputProps = {
  readonly origin: Origin
  readonly field: Field
  readonly nth: number
  readonly label: string
  readonly schema: FieldSchema | undefined
  readonly form: FormPort
  readonly depth: number
  /** The ids of what is said about the field, when something is. */
  readonly describedBy: string | undefined
  /** Changes the file in the first of these ways that it takes; false when it takes none. */
  readonly onEdit: (...ways: readonly FieldEdit[]) => boolean
}

/** The control of a field. */
export function FieldInput(props: FieldInputProps) {
  const { origin, field, nth, label, schema, form, depth, describedBy, onEdit } = props
  const { path, value } = field
  const same = { label, isReadOnly: form.isReadOnly, describedBy }
  const text = shownText(value)
  const write = (typed: string): boolean =>
    onEdit(...typedValues(origin, typed).map((written) => ({ kind: 'set', path, value: written }) as const))
  // gives what the file holds then
  const onText = (typed: string): string => (write(typed) ? typed : text)
  const parts = { label, field, schema, form, depth, onEdit }
  switch (origin.control) {
    case 'text':
      return (
        <TextValueField {...same} text={text} settle={(typed) => settleText(typed, text)} onText={onText} />
      )
    case 'long-text':
      return <TextValueField {...same} text={text} settle={settleLongText} onText={onText} kind="long" />
    case 'number':
      return <TextValueField {...same} text={text} settle={settleNumber} onText={onText} kind="number" />
    case 'date':
      return <DateField {...same} text={text} pattern={schema?.habit.datePattern ?? null} onText={onText} />
    case 'choice':
      return <ChoiceField {...same} text={text} choices={schema?.choices ?? []} onText={onText} />
    case 'image':
      return <ImageField {...same} text={text} path={form.path} onText={onText} />
    case 'yes-no':
      return <YesNoField {...same} word={text} words={schema?.habit.words ?? null} onWord={write} />
    case 'list':
      return (
        <ListField
          {...same}
          items={itemsOf(value).map(shownText)}
          choices={schema?.choices ?? []}
          onAdd={(item) => onEdit(...additions(field, schema, item))}
          onRemove={(index) =>
            onEdit(value.kind === 'list' ? { kind: 'remove-item', path, index } : { kind: 'clear', path })
          }
          onMove={(from, to) => onEdit({ kind: 'move-item', path, from, to })}
          onReplace={(index, item) => {
            const place = value.kind === 'list' ? [...path, index] : path
            onEdit({ kind: 'set', path: place, value: { kind: 'text', text: item } })
          }}
        />
      )
    case 'object':
      return <ObjectField {...parts} describedBy={describedBy} />
    case 'object-list':
      return <ObjectListField {...parts} describedBy={describedBy} />
    case 'source':
      return <SourceField label={label} field={field} nth={nth} form={form} />
  }
}

/** A single value is a list of one, where posts have either. */
function itemsOf(value: FieldValue): readonly FieldValue[] {
  if (value.kind === 'list') return value.items
  return shownText(value) === '' ? [] : [value]
}

/** Ways to add an item; the first of a field that most posts give a single value stays single. */
function additions(
  { path, value }: Field,
  schema: FieldSchema | undefined,
  typed: string,
): readonly FieldEdit[] {
  const items = itemsOf(value)
  const isSingle = items.length === 0 && value.kind !== 'list' && schema?.habit.list === 'one'
  return typedItems(items, typed).map((item) => ({ kind: isSingle ? 'set' : 'append', path, value: item }))
}
