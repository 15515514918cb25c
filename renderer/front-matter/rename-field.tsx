import { useId, useState } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field } from '#shared/front-matter/front-matter'
import { habitOf } from '#shared/front-matter/writing-habit'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import shared from './field.module.css'
import styles from './field-menu.module.css'
import { focusField } from './focus-field'
import type { FormPort } from './form-port'

type RenameFieldProps = {
  readonly form: FormPort
  readonly field: Field
  readonly schema: FieldSchema | undefined
  readonly siblings: readonly FieldSchema[]
  readonly onDone: () => void
}

/** Asks for a field's new name and gives it that; value and place stay. */
export function RenameField({ form, field, schema, siblings, onDone }: RenameFieldProps) {
  const id = useId()
  const [name, setName] = useState(field.key)
  const [refusal, setRefusal] = useState<string | null>(null)
  const rename = () => {
    const key = name.trim()
    if (key !== '' && key !== field.key) {
      const edit = { kind: 'rename-key', path: field.path, key } as const
      const outcome = form.edit([edit], habitOf(schema, siblings))
      if (outcome.kind === 'refused') return setRefusal(outcome.refusal.message)
      focusField([...field.path.slice(0, -1), key])
    }
    onDone()
  }
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault()
        rename()
      }}
    >
      <label htmlFor={id}>{frontMatterStrings.newName}</label>
      <input
        id={id}
        className={shared.input}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the dialog is there for this one field
        autoFocus
        value={name}
        aria-describedby={refusal === null ? undefined : `${id}-why`}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      {refusal === null ? null : (
        <p id={`${id}-why`} className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <Button kind="bare" onPress={onDone}>
          {frontMatterStrings.cancel}
        </Button>
        <Button type="submit">{frontMatterStrings.renameDone}</Button>
      </div>
    </form>
  )
}
