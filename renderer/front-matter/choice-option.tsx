import { ListBoxItem } from 'react-aria-components/ListBox'
import type { FieldChoice } from '#shared/contract/field'
import { controlStrings } from '../strings/form-controls'
import styles from './choice-option.module.css'

type ChoiceOptionProps = {
  readonly choice: FieldChoice
  /** Said below the value, where there is something to say. */
  readonly note?: string | undefined
}

/** A value in a list of suggestions: how it reads, what the file would have where that differs, and how many posts have it. */
export function ChoiceOption({ choice: { value, label, count }, note }: ChoiceOptionProps) {
  const isNamed = label !== null && label !== value
  return (
    <ListBoxItem id={value} textValue={value} className={styles.option ?? ''}>
      <span className={styles.label}>
        {isNamed ? label : value}
        {isNamed ? <span className={styles.value}> {value}</span> : null}
      </span>
      {count === 0 || note !== undefined ? null : (
        <span className={styles.count} title={controlStrings.postCount(count)}>
          {count}
        </span>
      )}
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </ListBoxItem>
  )
}
