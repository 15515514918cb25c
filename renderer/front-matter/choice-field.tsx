import { useId, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { FieldChoice } from '#shared/contract/field'
import { controlStrings } from '../strings/form-controls'
import styles from './choice-field.module.css'
import { ChoiceOption } from './choice-option'
import options from './choice-option.module.css'
import { settleText } from './draft'
import form from './field.module.css'
import { suggestionsFor } from './list-suggestions'
import { useDraft } from './use-draft'

type ChoiceFieldProps = {
  readonly label: string
  readonly text: string
  /** What other posts have, or what a file of the blog knows, most used first. */
  readonly choices: readonly FieldChoice[]
  readonly isReadOnly: boolean
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly describedBy: string | undefined
}

/** One of the values that other posts use, by its name where it has one, or any other text. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, text, choices, isReadOnly, onText, describedBy } = props
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const { shown, type, leave } = useDraft(text, (typed) => settleText(typed, text), onText)
  const chosen = choices.find(({ value }) => value === shown)
  const items = useMemo(
    () =>
      (showsAll
        ? choices.map((choice) => ({ ...choice, isNearDuplicate: false }))
        : suggestionsFor(choices, [], shown)
      ).map((choice) => ({ id: choice.value, choice })),
    [choices, shown, showsAll],
  )
  const name = chosen === undefined || chosen.label === chosen.value ? null : chosen.label
  const descriptions = [name === null ? [] : `${id}-name`, describedBy ?? []].flat().join(' ')
  return (
    <ComboBox
      className={form.field ?? ''}
      allowsCustomValue
      isReadOnly={isReadOnly}
      // a whole value asks for no suggestions, so that nothing lies over the form
      menuTrigger={chosen === undefined ? 'input' : 'manual'}
      items={items}
      inputValue={shown}
      onInputChange={(next) => {
        setShowsAll(false)
        type(next)
      }}
      onOpenChange={(isOpen, trigger) => setShowsAll(isOpen && trigger === 'manual')}
      // told, not remembered: a choice that undo took back would come again with Escape
      selectedKey={chosen === undefined ? null : shown}
      onSelectionChange={(key) => {
        if (key !== null) type(String(key))
      }}
      onBlur={leave}
      {...(descriptions === '' ? {} : { 'aria-describedby': descriptions })}
    >
      <Label className={form.label ?? ''}>{label}</Label>
      <div className={styles.box}>
        <Input className={styles.input ?? ''} />
        {name === null ? null : (
          <span id={`${id}-name`} className={styles.name}>
            {name}
          </span>
        )}
        <Button className={styles.open ?? ''} aria-label={controlStrings.suggestions}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className={options.popover ?? ''}>
        <ListBox className={options.options ?? ''}>
          {({ choice }: (typeof items)[number]) => (
            <ChoiceOption
              choice={choice}
              note={
                choice.isNearDuplicate ? controlStrings.othersWrite(choice.count, choice.value) : undefined
              }
            />
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
