import { Switch } from 'react-aria-components/Switch'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'
import { oppositeWord, saysYes } from './yes-no-words'

type YesNoFieldProps = {
  readonly label: string
  /** As the file has it: `true`, `yes`, `Off`; empty where it says nothing. */
  readonly word: string
  readonly isReadOnly: boolean
  readonly onWord: (word: string) => void
  readonly describedBy: string | undefined
}

/** Yes or no, in the file's own words. */
export function YesNoField({ label, word, isReadOnly, onWord, describedBy }: YesNoFieldProps) {
  const turn = () => {
    const other = oppositeWord(word)
    if (other !== null) onWord(other)
  }
  return (
    <Switch
      className={styles.field ?? ''}
      isSelected={saysYes(word)}
      onChange={turn}
      isReadOnly={isReadOnly}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.switch}>
        <i className={styles.track} />
        <span className={styles.word}>{word === '' ? frontMatterStrings.notSet : word}</span>
      </span>
    </Switch>
  )
}
