import { type FocusEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { FieldChoice } from '#shared/contract/field'
import { controlStrings } from '../strings/form-controls'
import { Button } from '../ui/button'
import { ChoiceOption } from './choice-option'
import options from './choice-option.module.css'
import form from './field.module.css'
import { focusChip, ListChips } from './list-chips'
import styles from './list-field.module.css'
import { misspelt, suggestionsFor } from './list-suggestions'
import { isStillFocused } from './use-draft'
import { usePendingDraft } from './use-pending-draft'

type ListFieldProps = {
  readonly label: string
  readonly items: readonly string[]
  /** What other posts have, most used first. */
  readonly choices: readonly FieldChoice[]
  readonly isReadOnly: boolean
  /** Adds an item; false when the file cannot take it. */
  readonly onAdd: (item: string) => boolean
  readonly onRemove: (index: number) => void
  /** The item at `from` stands at `to` afterwards. */
  readonly onMove: (from: number, to: number) => void
  /** Puts another text in an item's place. */
  readonly onReplace: (index: number, item: string) => void
  readonly describedBy: string | undefined
}

/**
 * A list of short texts as chips. Enter or a comma adds what was typed, Backspace in the empty field takes the last one off, and the
 * left arrow leads to the chips. What other posts have is offered; an item that they spell otherwise is pointed out.
 */
export function ListField(props: ListFieldProps) {
  const { label, choices, isReadOnly, onAdd, onRemove, onMove, onReplace, describedBy } = props
  const items = useSameItems(props.items)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const suggestions = useMemo(
    () => suggestionsFor(choices, items, typed).map((suggestion) => ({ id: suggestion.value, suggestion })),
    [choices, items, typed],
  )
  const wrong = useMemo(() => misspelt(items, choices), [items, choices])

  const add = (item: string): boolean => {
    if (items.includes(item)) {
      setSaid(controlStrings.isThere(item))
      return false
    }
    if (!onAdd(item)) return false
    setTyped('')
    setSaid('')
    return true
  }
  const addTyped = () => typed.trim() !== '' && add(typed.trim())
  usePendingDraft(typed.trim() !== '', () => void addTyped())

  const remove = (index: number, goesOn: boolean) => {
    const item = items[index]
    onRemove(index)
    if (item !== undefined) setSaid(controlStrings.removed(item))
    requestAnimationFrame(() => {
      if (!goesOn || !focusChip(grid.current, index)) input.current?.focus()
    })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target !== input.current) return
    const isOnOption = input.current?.getAttribute('aria-activedescendant')
    if (event.key === ',' || (event.key === 'Enter' && !isOnOption)) addTyped()
    else if (typed !== '' || isReadOnly) return
    else if (event.key === 'Backspace' && !event.repeat && items.length > 0) remove(items.length - 1, false)
    else if (event.key !== 'ArrowLeft' || !focusChip(grid.current, items.length - 1)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const leave = (event: FocusEvent) => {
    if (isStillFocused(event)) return
    // what the list has already is not kept for a second try
    if (!addTyped() && items.includes(typed.trim())) setTyped('')
  }
  return (
    <ComboBox
      className={`${form.field} ${styles.field}`}
      allowsCustomValue
      isReadOnly={isReadOnly}
      // an emptied field asks for no suggestions, so that nothing lies over the form when an item was added
      menuTrigger={typed === '' ? 'manual' : 'input'}
      items={suggestions}
      inputValue={typed}
      onInputChange={(next) => {
        setTyped(next)
        if (next !== '') setSaid('')
      }}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) add(String(key))
      }}
      onBlur={leave}
      aria-describedby={[`${id}-said`, describedBy ?? []].flat().join(' ')}
    >
      <Label className={form.label ?? ''}>{label}</Label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it catches the keys of the field within */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the chips means the field, which keys reach by themselves */}
      <div
        ref={box}
        className={styles.box}
        onKeyDownCapture={press}
        onClick={(event) => event.target === box.current && input.current?.focus()}
      >
        {items.length === 0 ? null : (
          <ListChips
            label={label}
            items={items}
            marked={new Set(wrong.map(({ index }) => index))}
            isReadOnly={isReadOnly}
            grid={grid}
            onRemove={remove}
            onMove={(from, to) => {
              onMove(from, to)
              setSaid(controlStrings.moved(items[from] ?? '', to + 1, items.length))
            }}
            onLeave={() => input.current?.focus()}
          />
        )}
        <Input ref={input} className={styles.input ?? ''} placeholder={controlStrings.addItem} />
      </div>
      <p id={`${id}-said`} className={styles.said} role="status">
        {said}
      </p>
      {wrong.map(({ index, item, meant }) => (
        <p key={index} className={styles.wrong}>
          <span>{controlStrings.nearDuplicate(item, meant.count, meant.value)}</span>
          <Button
            // not the button of the combo box around it
            slot={null}
            isDisabled={isReadOnly}
            onPress={() => {
              onReplace(index, meant.value)
              input.current?.focus()
            }}
          >
            {controlStrings.writeInstead(meant.value)}
          </Button>
        </p>
      ))}
      <Popover className={options.popover ?? ''} triggerRef={box}>
        <ListBox className={options.options ?? ''}>
          {({ suggestion }: { suggestion: (typeof suggestions)[number]['suggestion'] }) => (
            <ChoiceOption
              choice={suggestion}
              note={
                suggestion.isNearDuplicate
                  ? controlStrings.othersWrite(suggestion.count, suggestion.value)
                  : undefined
              }
            />
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** The items as one array for as long as they stay the same, so that nothing is worked out anew for each key typed. */
function useSameItems(items: readonly string[]): readonly string[] {
  const [kept, setKept] = useState(items)
  const isSame = kept.length === items.length && kept.every((item, index) => item === items[index])
  if (!isSame) setKept(items)
  return isSame ? kept : items
}
