import { Switch } from 'react-aria-components/Switch'
import type { FieldHabit } from '#shared/contract/field'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './field.module.css'
import track from './yes-no-field.module.css'
import { oppositeWord, saysYes } from './yes-no-words'

type YesNoFieldProps = {
  readonly label: string
  /** As the file has it: `true`, `yes`, `Off`; empty where it says nothing. */
  readonly word: string
  /** The words of the other posts, for a field that says nothing yet. */
  readonly words: FieldHabit['words']
  readonly isReadOnly: boolean
  readonly onWord: (word: string) => void
  readonly describedBy: string | undefined
}

/** Yes or no, in the file's own words. */
export function YesNoField({ label, word, words, isReadOnly, onWord, describedBy }: YesNoFieldProps) {
  const turn = () => {
    const other = word === '' && words !== null ? words.yes : oppositeWord(word)
    if (other !== null) onWord(other)
  }
  return (
    <Switch
      className={`${styles.field} ${track.yesNo}`}
      isSelected={saysYes(word)}
      onChange={turn}
      isReadOnly={isReadOnly}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <span className={styles.label}>{label}</span>
      <span className={track.switch}>
        <i className={track.track} />
        <span className={track.word}>{word === '' ? frontMatterStrings.notSet : word}</span>
      </span>
    </Switch>
  )
}
