import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import styles from './form-pane.module.css'

type TextValueFieldProps = {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly isLong?: boolean
  readonly isReadOnly: boolean
}

/** A text: every keystroke is in the post at once, so that nothing waits to be lost. */
export function TextValueField({ label, text, onText, isLong = false, isReadOnly }: TextValueFieldProps) {
  return (
    <TextField className={styles.field ?? ''} value={text} onChange={onText} isReadOnly={isReadOnly}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {isLong ? (
        <TextArea className={styles.input ?? ''} rows={Math.min(6, Math.max(2, text.split('\n').length))} />
      ) : (
        <Input className={styles.input ?? ''} />
      )}
    </TextField>
  )
}
