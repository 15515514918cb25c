import { Switch } from 'react-aria-components/Switch'
import { oppositeWord, saysYes } from './field-control'
import styles from './form-pane.module.css'

type YesNoFieldProps = {
  readonly label: string
  /** As the file has it: `true`, `yes`, `Off`. */
  readonly word: string
  readonly isReadOnly: boolean
  readonly onWord: (word: string) => void
}

/** Yes or no, in the file's own words. */
export function YesNoField({ label, word, isReadOnly, onWord }: YesNoFieldProps) {
  const turn = () => {
    const other = oppositeWord(word)
    if (other !== null) onWord(other)
  }
  return (
    <Switch className={styles.field ?? ''} isSelected={saysYes(word)} onChange={turn} isReadOnly={isReadOnly}>
      <span className={styles.label}>{label}</span>
      <span className={styles.switch}>
        <i className={styles.track} />
        <span className={styles.word}>{word}</span>
      </span>
    </Switch>
  )
}
