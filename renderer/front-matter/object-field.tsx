import { useId } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldEdit } from '#shared/front-matter/front-matter'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { AddField } from './add-field'
import { FieldGroup } from './field-group'
import { focusField } from './focus-field'
import type { FormPort } from './form-port'
import { newValues } from './new-field'
import styles from './object-field.module.css'

/** What the controls of fields with parts of their own are given. */
export type PartsProps = {
  readonly label: string
  readonly field: Field
  readonly schema: FieldSchema | undefined
  readonly form: FormPort
  /** How many maps and lists are around the field. */
  readonly depth: number
  readonly describedBy: string | undefined
  readonly onEdit: (...ways: readonly FieldEdit[]) => boolean
}

const noSchemas: readonly FieldSchema[] = []

/** A map: its own fields, set in below its label. */
export function ObjectField({ label, field, schema, form, depth, describedBy, onEdit }: PartsProps) {
  const id = useId()
  const schemas = schema?.fields ?? noSchemas
  const { path, value } = field
  const fillIn = () => {
    const ways = newValues(schema).map((added) => ({ kind: 'set', path, value: added }) as const)
    if (onEdit(...ways)) focusField(path)
  }
  return (
    <fieldset className={styles.object} aria-labelledby={id} aria-describedby={describedBy}>
      <div className={styles.head}>
        <span id={id} className={styles.name}>
          {label}
        </span>
        {value.kind === 'map' ? (
          <AddField form={form} parent={path} fields={value.entries} schemas={schemas} label={label} />
        ) : (
          <Button isDisabled={form.isReadOnly} onPress={fillIn}>
            {frontMatterStrings.setUp(label)}
          </Button>
        )}
      </div>
      {value.kind === 'map' ? (
        <FieldGroup form={form} parent={path} fields={value.entries} schemas={schemas} depth={depth + 1} />
      ) : null}
    </fieldset>
  )
}
