import Plus from 'lucide-react/dist/esm/icons/plus.mjs'
import { memo, type RefObject, useCallback, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldPath } from '#shared/front-matter/front-matter'
import { habitOf } from '#shared/front-matter/writing-habit'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import styles from './add-field.module.css'
import { missingSchemas } from './arrange-fields'
import options from './choice-option.module.css'
import shared from './field.module.css'
import { focusField } from './focus-field'
import type { FormPort } from './form-port'
import { newValues } from './new-field'

type AddFieldProps = {
  readonly form: FormPort
  /** The map that gets the field. */
  readonly parent: FieldPath
  readonly fields: readonly Field[]
  readonly schemas: readonly FieldSchema[]
  /** The name of the map; null for the post itself. */
  readonly label: string | null
}

/** Adds a field to a map: one that other posts have, or any other name. Its control has the focus then. */
export function AddField({ form, parent, fields, schemas, label }: AddFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const open = useCallback(() => setOpen(true), [])
  if (form.isReadOnly) return null
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={styles.addField}>
      {isOpen ? (
        <AddFieldForm
          form={form}
          parent={parent}
          fields={fields}
          schemas={schemas}
          name={nameOf(label)}
          onClose={close}
          onAdded={() => setOpen(false)}
        />
      ) : (
        <AddFieldButton ref={button} label={label} onOpen={open} />
      )}
    </div>
  )
}

function nameOf(label: string | null): string {
  return label === null ? frontMatterStrings.addField : frontMatterStrings.addFieldTo(label)
}

type AddFieldButtonProps = Pick<AddFieldProps, 'label'> & {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly onOpen: () => void
}

/** Typing in the form is no reason to render it again. */
const AddFieldButton = memo(function AddFieldButton({ ref, label, onOpen }: AddFieldButtonProps) {
  return (
    <Button
      kind="bare"
      ref={ref}
      aria-label={nameOf(label)}
      {...(label === null ? { 'data-add-field': '' } : {})}
      onPress={onOpen}
    >
      <Plus size={14} aria-hidden="true" />
      {label === null ? frontMatterStrings.addField : null}
    </Button>
  )
})

type AddFieldFormProps = Omit<AddFieldProps, 'label'> & {
  readonly name: string
  readonly onClose: () => void
  readonly onAdded: () => void
}

function AddFieldForm({ form, parent, fields, schemas, name, onClose, onAdded }: AddFieldFormProps) {
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const known = missingSchemas(fields, schemas)
  // what is required is in the form already, marked as missing
  const offered = known.filter(({ isRequired }) => !isRequired)
  const add = (key: string) => {
    if (key === '') return
    // one that is there is only gone to
    const present = fields.find((field) => field.key === key)
    const schema = known.find((candidate) => candidate.key === key)
    if (present === undefined) {
      const ways = newValues(schema).map((value) => ({ kind: 'add-key', path: parent, key, value }) as const)
      const outcome = form.edit(ways, habitOf(schema, schemas))
      if (outcome.kind === 'refused') return setRefusal(outcome.refusal.message)
    }
    onAdded()
    focusField([...parent, key])
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        add(typed.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <ComboBox
        className={styles.box ?? ''}
        aria-label={name}
        allowsCustomValue
        autoFocus
        menuTrigger="focus"
        inputValue={typed}
        onInputChange={setTyped}
        onSelectionChange={(key) => {
          if (key !== null) add(String(key))
        }}
        defaultItems={offered.map((schema) => ({ id: schema.key, label: schema.label }))}
      >
        <div className={shared.combined}>
          <Input className={shared.input ?? ''} placeholder={frontMatterStrings.fieldNamePlaceholder} />
          <AriaButton className={shared.inside ?? ''} aria-label={frontMatterStrings.knownFields}>
            <span aria-hidden="true">▾</span>
          </AriaButton>
        </div>
        <Popover className={options.popover ?? ''}>
          <ListBox className={options.options ?? ''}>
            {(item: { id: string; label: string }) => (
              <ListBoxItem
                className={`${shared.option} ${styles.known}`}
                textValue={`${item.label} ${item.id}`}
              >
                <span>{item.label}</span>
                <code>{item.id}</code>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Button type="submit" isDisabled={typed.trim() === ''}>
        {frontMatterStrings.add}
      </Button>
      <Button kind="bare" onPress={onClose}>
        {frontMatterStrings.cancel}
      </Button>
      {refusal === null ? null : (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </form>
  )
}
