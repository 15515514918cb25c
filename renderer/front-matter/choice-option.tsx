import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
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
      <Text slot="label" className={styles.label ?? ''}>
        {isNamed ? label : value}
        {isNamed ? <span className={styles.value}> {value}</span> : null}
      </Text>
      {count === 0 ? null : (
        <span className={styles.count} title={controlStrings.postCount(count)}>
          {count}
        </span>
      )}
      {note === undefined ? null : (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
    </ListBoxItem>
  )
}
