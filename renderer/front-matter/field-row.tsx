import { type FocusEvent, useId, useState } from 'react'
import type { FieldSchema } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { Field } from '#shared/front-matter/front-matter'
import type { EditorPort, FieldEdit } from '../state/editor-port'
import { frontMatterStrings } from '../strings/front-matter'
import { describeValue } from './describe-value'
import { canHold, controlFor, shownText } from './field-control'
import { FieldInput } from './field-input'
import styles from './form-pane.module.css'
import { isUnquoted, type Origin, typedValues } from './typed-value'
import { isStillFocused } from './use-draft'

type FieldRowProps = {
  readonly path: PostPath
  readonly field: Field
  readonly schema: FieldSchema | undefined
  readonly editor: EditorPort
  readonly isReadOnly: boolean
}

/** Why an edit was refused, and the value that it would have changed. */
type Refused = { readonly message: string; readonly value: string }

/**
 * One field: its label and the control that fits its value. The control stays the same while it has the focus, whatever is typed
 * and learnt meanwhile. A refused edit says why and leaves the text as it is.
 */
export function FieldRow({ path, field, schema, editor, isReadOnly }: FieldRowProps) {
  const id = useId()
  const [held, setHeld] = useState<Origin | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const fresh: Origin = {
    control: controlFor(field, schema),
    value: field.value,
    isUnquoted: isUnquoted(field),
    isKnown: schema !== undefined,
  }
  const origin = held !== null && canHold(held.control, field) ? held : fresh
  const value = describeValue(field.value)

  const edit = (...ways: readonly FieldEdit[]): boolean => {
    // a draft may be written when its row goes away, and another post be shown by then
    if (editor.snapshot()?.path !== path) return false
    let refusal = null
    for (const way of ways) {
      refusal = editor.editField(way)
      if (refusal === null) break
    }
    setRefused(refusal === null ? null : { message: refusal.message, value })
    return refusal === null
  }
  const setText = (text: string): string => {
    const isTaken = edit(
      ...typedValues(origin, text).map((value) => ({ kind: 'set', path: field.path, value }) as const),
    )
    return isTaken ? text : shownText(field.value)
  }
  const leave = (event: FocusEvent<HTMLElement>) => {
    const isWithin = event.currentTarget.contains(event.relatedTarget)
    if (!isWithin && !isStillFocused(event)) setHeld(null)
  }

  const isWide =
    origin.control === 'long-text' || origin.control === 'source' || field.key.toLowerCase() === 'title'
  const why = (refused?.value === value ? refused.message : null) ?? field.refusal?.message ?? null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus is
    <div
      className={`${styles.row} ${isWide ? styles.wideRow : ''}`}
      onFocus={() => setHeld((now) => now ?? fresh)}
      onBlur={leave}
    >
      <FieldInput
        control={origin.control}
        field={field}
        schema={schema}
        editor={editor}
        isReadOnly={isReadOnly}
        describedBy={why === null ? undefined : id}
        onText={setText}
        onEdit={edit}
      />
      {why === null ? null : (
        <p id={id} className={styles.refusal} role="alert">
          {frontMatterStrings.cannotEdit(why)}
        </p>
      )}
    </div>
  )
}
