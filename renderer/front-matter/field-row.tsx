import { useState } from 'react'
import type { FieldSchema } from '#shared/contract/post'
import type { Field } from '#shared/front-matter/front-matter'
import type { EditorPort, FieldEdit } from '../state/editor-port'
import { frontMatterStrings } from '../strings/front-matter'
import { ChoiceField } from './choice-field'
import { DateField } from './date-field'
import { controlFor, shownText, typedValue } from './field-control'
import styles from './form-pane.module.css'
import { labelFor } from './label-for'
import { ListField } from './list-field'
import { SourceField } from './source-field'
import { TextValueField } from './text-value-field'
import { YesNoField } from './yes-no-field'

type FieldRowProps = {
  readonly field: Field
  readonly schema: FieldSchema | undefined
  readonly editor: EditorPort
  readonly isReadOnly: boolean
}

/** One field: its label and the control that fits its value. A refused edit says why and leaves the text as it is. */
export function FieldRow({ field, schema, editor, isReadOnly }: FieldRowProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const label = schema?.label ?? labelFor(field.key)
  const control = field.refusal === null ? controlFor(field, schema) : 'source'
  const edit = (change: FieldEdit) => setRefusal(editor.editField(change)?.message ?? null)
  const setText = (text: string) =>
    edit({ kind: 'set', path: field.path, value: typedValue(field.value, text) })
  const isWide = control === 'long-text' || control === 'source' || field.key.toLowerCase() === 'title'
  const same = { label, text: shownText(field.value), isReadOnly }
  const why = refusal ?? field.refusal?.message ?? null
  return (
    <div className={`${styles.row} ${isWide ? styles.wideRow : ''}`}>
      {(() => {
        switch (control) {
          case 'text':
          case 'number':
            return <TextValueField {...same} onText={setText} />
          case 'long-text':
            return <TextValueField {...same} onText={setText} isLong />
          case 'date':
            return <DateField {...same} onText={setText} />
          case 'choice':
            return <ChoiceField {...same} choices={schema?.values ?? []} onText={setText} />
          case 'yes-no':
            return (
              <YesNoField
                label={label}
                isReadOnly={isReadOnly}
                word={shownText(field.value)}
                onWord={(word) =>
                  edit({ kind: 'set', path: field.path, value: { kind: 'plain', source: word } })
                }
              />
            )
          case 'list':
            return (
              <ListField
                label={label}
                isReadOnly={isReadOnly}
                items={field.value.kind === 'list' ? field.value.items.map(shownText) : []}
                suggestions={schema?.values ?? []}
                onAdd={(item) => edit({ kind: 'append', path: field.path, item })}
                onRemove={(index) => edit({ kind: 'remove-item', path: field.path, index })}
              />
            )
          case 'source':
            return <SourceField label={label} field={field} editor={editor} />
        }
      })()}
      {why === null ? null : (
        <p className={styles.refusal} role="alert">
          {frontMatterStrings.cannotEdit(why)}
        </p>
      )}
    </div>
  )
}
