import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { frontMatterStrings } from '../strings/front-matter'
import { settleText } from './draft'
import styles from './form-pane.module.css'
import { useDraft } from './use-draft'

type ChoiceFieldProps = {
  readonly label: string
  readonly text: string
  readonly choices: readonly string[]
  readonly isReadOnly: boolean
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly describedBy: string | undefined
}

/** One of the values that other posts use, or any other text. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, text, choices, isReadOnly, onText, describedBy } = props
  const { shown, type, leave } = useDraft(text, (typed) => settleText(typed, text), onText)
  const items = useMemo(() => choices.map((choice) => ({ id: choice })), [choices])
  return (
    <ComboBox
      className={styles.field ?? ''}
      allowsCustomValue
      isReadOnly={isReadOnly}
      // a whole value asks for no suggestions, so that nothing lies over the form
      menuTrigger={choices.includes(shown) ? 'manual' : 'input'}
      defaultItems={items}
      inputValue={shown}
      onInputChange={type}
      // told, not remembered: a choice that undo took back would come again with Escape
      selectedKey={choices.includes(shown) ? shown : null}
      onSelectionChange={(key) => {
        if (key !== null) type(String(key))
      }}
      onBlur={leave}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
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
