import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'

type ChoiceFieldProps = {
  readonly label: string
  readonly text: string
  readonly choices: readonly string[]
  readonly isReadOnly: boolean
  readonly onText: (text: string) => void
}

/** One of the values that other posts use, or any other text. */
export function ChoiceField({ label, text, choices, isReadOnly, onText }: ChoiceFieldProps) {
  const items = useMemo(() => choices.map((choice) => ({ id: choice })), [choices])
  return (
    <ComboBox
      className={styles.field ?? ''}
      allowsCustomValue
      isReadOnly={isReadOnly}
      menuTrigger="input"
      defaultItems={items}
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => {
        if (key !== null) onText(String(key))
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.combined}>
        <Input className={styles.input ?? ''} />
        <Button className={styles.inside ?? ''} aria-label={frontMatterStrings.suggestions}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.options ?? ''}>
          {(item: { id: string }) => (
            <ListBoxItem className={styles.option ?? ''} textValue={item.id}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
