import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import styles from './segmented.module.css'

type SegmentedProps<Choice extends string> = {
  readonly label: string
  readonly choices: readonly { readonly id: Choice; readonly content: ReactNode }[]
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
  /** `joined`: one bordered control; `loose`: words side by side. */
  readonly kind?: 'joined' | 'loose'
}

/** One choice of a few, all in sight. */
export function Segmented<Choice extends string>(props: SegmentedProps<Choice>) {
  const { label, choices, chosen, onChoose, kind = 'joined' } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`${styles.group} ${styles[kind]}`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChoose(key as Choice)
      }}
    >
      {choices.map(({ id, content }) => (
        <ToggleButton key={id} id={id} className={`${styles.choice} ${styles[`${kind}Choice`]}`}>
          {content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
