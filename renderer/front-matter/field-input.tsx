import type { FieldSchema } from '#shared/contract/post'
import type { Field } from '#shared/front-matter/front-matter'
import type { EditorPort, FieldEdit } from '../state/editor-port'
import { ChoiceField } from './choice-field'
import { DateField } from './date-field'
import { settleLongText, settleText } from './draft'
import { type Control, shownText } from './field-control'
import { labelFor } from './label-for'
import { ListField } from './list-field'
import { SourceField } from './source-field'
import { TextValueField } from './text-value-field'
import { settleNumber } from './typed-value'
import { YesNoField } from './yes-no-field'

type FieldInputProps = {
  readonly control: Control
  readonly field: Field
  readonly schema: FieldSchema | undefined
  readonly editor: EditorPort
  readonly isReadOnly: boolean
  /** The id of what is said about the field, when something is. */
  readonly describedBy: string | undefined
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  /** Changes the file; false when it cannot be. */
  readonly onEdit: (edit: FieldEdit) => boolean
}

/** The control of a field. */
export function FieldInput(props: FieldInputProps) {
  const { control, field, schema, editor, isReadOnly, describedBy, onText, onEdit } = props
  const { path } = field
  const same = { label: schema?.label ?? labelFor(field.key), isReadOnly, describedBy }
  const text = shownText(field.value)
  switch (control) {
    case 'text':
      return (
        <TextValueField {...same} text={text} settle={(typed) => settleText(typed, text)} onText={onText} />
      )
    case 'long-text':
      return <TextValueField {...same} text={text} settle={settleLongText} onText={onText} isLong />
    case 'number':
      return <TextValueField {...same} text={text} settle={settleNumber} onText={onText} />
    case 'date':
      return <DateField {...same} text={text} onText={onText} />
    case 'choice':
      return <ChoiceField {...same} text={text} choices={schema?.values ?? []} onText={onText} />
    case 'yes-no':
      return (
        <YesNoField
          {...same}
          word={text}
          onWord={(word) => onEdit({ kind: 'set', path, value: { kind: 'plain', source: word } })}
        />
      )
    case 'list':
      return (
        <ListField
          {...same}
          items={field.value.kind === 'list' ? field.value.items.map(shownText) : []}
          suggestions={schema?.values ?? []}
          onAdd={(item) => onEdit({ kind: 'append', path, item })}
          onRemove={(index) => onEdit({ kind: 'remove-item', path, index })}
        />
      )
    case 'source':
      return <SourceField label={same.label} field={field} editor={editor} />
  }
}
