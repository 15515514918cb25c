import { useId } from 'react'
import type { Settle } from './draft'
import styles from './field.module.css'
import { useDraft } from './use-draft'

type TextValueFieldProps = {
  readonly label: string
  readonly text: string
  readonly settle: Settle
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly kind?: 'line' | 'long' | 'number'
  readonly isReadOnly: boolean
  readonly describedBy: string | undefined
}

const longestRows = 6

/** A text or a number: every keystroke that makes a value is in the post at once, so that little waits to be lost. */
export function TextValueField(props: TextValueFieldProps) {
  const { label, text, settle, onText, kind = 'line', isReadOnly, describedBy } = props
  const id = useId()
  const { shown, type, leave } = useDraft(text, settle, onText)
  const same = {
    id,
    className: styles.input,
    dir: 'auto',
    value: shown,
    readOnly: isReadOnly,
    'aria-describedby': describedBy,
    onBlur: leave,
  }
  return (
    <div className={`${styles.field} ${kind === 'long' ? styles.long : ''}`}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {kind === 'long' ? (
        <textarea
          {...same}
          rows={Math.min(longestRows, Math.max(2, shown.split('\n').length))}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <input
          {...same}
          {...(kind === 'number' ? { inputMode: 'decimal' } : {})}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </div>
  )
}
