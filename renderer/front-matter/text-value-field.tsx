import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import type { Settle } from './draft'
import styles from './form-pane.module.css'
import { useDraft } from './use-draft'

type TextValueFieldProps = {
  readonly label: string
  readonly text: string
  readonly settle: Settle
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly isLong?: boolean
  readonly isReadOnly: boolean
  readonly describedBy: string | undefined
}

/** A text or a number: every keystroke that makes a value is in the post at once, so that little waits to be lost. */
export function TextValueField(props: TextValueFieldProps) {
  const { label, text, settle, onText, isLong = false, isReadOnly, describedBy } = props
  const { shown, type, leave } = useDraft(text, settle, onText)
  return (
    <TextField
      className={styles.field ?? ''}
      value={shown}
      onChange={type}
      onBlur={leave}
      isReadOnly={isReadOnly}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {isLong ? (
        <TextArea className={styles.input ?? ''} rows={Math.min(6, Math.max(2, shown.split('\n').length))} />
      ) : (
        <Input className={styles.input ?? ''} />
      )}
    </TextField>
  )
}
