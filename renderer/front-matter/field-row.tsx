import { type FocusEvent, type KeyboardEvent, memo, useId, useMemo, useState } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldEdit, FieldPath, FieldValue } from '#shared/front-matter/front-matter'
import { labelOf } from '#shared/front-matter/label'
import { habitOf } from '#shared/front-matter/writing-habit'
import { frontMatterStrings } from '../strings/front-matter'
import { describeValue } from './describe-value'
import styles from './field.module.css'
import { type Control, canHold, controlFor, shownText } from './field-control'
import { FieldInput } from './field-input'
import { FieldMenu } from './field-menu'
import { FieldRefusal } from './field-refusal'
import { fieldName } from './focus-field'
import type { FormPort } from './form-port'
import { isUnquoted, type Origin } from './typed-value'
import { isStillFocused } from './use-draft'

type FieldRowProps = {
  readonly form: FormPort
  /** The map that the field is in. */
  readonly parent: FieldPath
  readonly name: string
  /** Which use of the key it is, from 0. */
  readonly nth: number
  /** null: the post lacks it. Its places in the text may be old. */
  readonly field: Field | null
  readonly schema: FieldSchema | undefined
  /** The schemas of the map that the field is in. */
  readonly siblings: readonly FieldSchema[]
  /** How many maps and lists are around it. */
  readonly depth: number
}

/** Why an edit was refused, and the value that it would have changed. */
type Refused = { readonly message: string; readonly value: string }

// what half a row shows of a date, and of a list on two lines
const longestHalfDate = 16
const longestHalfList = 30

const wideControls: ReadonlySet<Control> = new Set(['long-text', 'image', 'object', 'object-list', 'source'])
const nowhere = { from: 0, to: 0 }

/**
 * One field: its label, the control that fits its value, and its menu. The control stays the same while it has the focus, whatever is
 * typed and learnt meanwhile, also when typing brings the field into the post. A refused edit says why and leaves the text as it is.
 */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { form, parent, name, nth, schema, siblings, depth } = props
  const id = useId()
  const [held, setHeld] = useState<Origin | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  // as it was when the post was opened: typing must not move the fields
  const [isLong] = useState(() => isLongValue(props.field?.value))
  const path = useMemo(() => [...parent, name], [parent, name])
  const field = useMemo(() => props.field ?? lackedField(name, path), [props.field, name, path])
  const fresh: Origin = {
    control: controlFor(field, schema, depth),
    value: field.value,
    isUnquoted: isUnquoted(field, schema),
    isKnown: schema !== undefined,
  }
  const origin = held !== null && canHold(held.control, field, schema) ? held : fresh
  const value = describeValue(field.value)
  const label = schema?.label ?? labelOf(name)

  const edit = (...ways: readonly FieldEdit[]): boolean => {
    const outcome = form.edit(ways, habitOf(schema, siblings))
    if (outcome.kind === 'gone') return false
    setRefused(outcome.kind === 'done' ? null : { message: outcome.refusal.message, value })
    return outcome.kind === 'done'
  }
  const leave = (event: FocusEvent<HTMLElement>) => {
    const isWithin = event.currentTarget.contains(event.relatedTarget)
    if (!isWithin && !isStillFocused(event)) setHeld(null)
  }
  const openMenu = (event: KeyboardEvent) => {
    const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    // a nested field has a row and a menu of its own
    if (!asks || event.defaultPrevented) return
    event.preventDefault()
    setMenuOpen(true)
  }

  const isMissing = props.field === null
  const isRefused = refused?.value === value
  const why = isRefused ? refused.message : (field.refusal?.message ?? null)
  const said = [
    schema?.hint ? `${id}-hint` : [],
    isMissing ? `${id}-missing` : [],
    why === null ? [] : `${id}-why`,
  ].flat()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus is
    <div
      className={`${styles.row} ${isWide(origin.control, name, schema, isLong) ? styles.wideRow : ''}`}
      data-field={fieldName(path)}
      onFocus={() => setHeld((now) => now ?? fresh)}
      onBlur={leave}
      onKeyDown={openMenu}
    >
      <FieldInput
        origin={origin}
        field={field}
        nth={nth}
        label={label}
        schema={schema}
        form={form}
        depth={depth}
        describedBy={said.length === 0 ? undefined : said.join(' ')}
        onEdit={edit}
      />
      {isMissing ? (
        <p className={styles.missing} id={`${id}-missing`} title={frontMatterStrings.missingHelp}>
          {frontMatterStrings.missing}
        </p>
      ) : null}
      <FieldMenu
        form={form}
        field={field}
        nth={nth}
        label={label}
        schema={schema}
        siblings={siblings}
        isMissing={isMissing}
        isOpen={isMenuOpen}
        onOpen={setMenuOpen}
      />
      {schema?.hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {schema.hint}
        </p>
      ) : null}
      {why === null ? null : (
        <FieldRefusal
          id={`${id}-why`}
          label={label}
          message={why}
          isNew={isRefused}
          onShowText={() => form.showText(path, nth)}
        />
      )}
    </div>
  )
})

function lackedField(key: string, path: FieldPath): Field {
  const value = { kind: 'plain', type: 'null', source: '' } as const
  return { key, path, value, keyRange: nowhere, valueRange: nowhere, refusal: null }
}

function isWide(control: Control, name: string, schema: FieldSchema | undefined, isLong: boolean): boolean {
  if (wideControls.has(control)) return true
  if (isLong && (control === 'date' || control === 'list')) return true
  if (control === 'date' && (schema?.habit.datePattern ?? '').length > longestHalfDate) return true
  return name.toLowerCase() === 'title' || schema?.kind === 'long-text'
}

function isLongValue(value: FieldValue | undefined): boolean {
  if (value?.kind !== 'list') return value !== undefined && shownText(value).length > longestHalfDate
  return value.items.reduce((length, item) => length + shownText(item).length, 0) > longestHalfList
}
