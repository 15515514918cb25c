import { useId, useRef, useState } from 'react'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'
import { isStillFocused } from './use-draft'
import { usePendingDraft } from './use-pending-draft'

type ListFieldProps = {
  readonly label: string
  readonly items: readonly string[]
  readonly suggestions: readonly string[]
  readonly isReadOnly: boolean
  /** Adds an item; false when the file cannot take it. */
  readonly onAdd: (item: string) => boolean
  readonly onRemove: (index: number) => void
  readonly describedBy: string | undefined
}

/** A list of short texts as chips. Enter or a comma adds what was typed; Backspace in the empty field takes the last one off. */
export function ListField(props: ListFieldProps) {
  const { label, items, suggestions, isReadOnly, onAdd, onRemove, describedBy } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const add = () => {
    const item = typed.trim()
    if (item === '' || items.includes(item) || onAdd(item)) setTyped('')
  }
  usePendingDraft(typed.trim() !== '', add)
  const remove = (index: number) => {
    onRemove(index)
    input.current?.focus()
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.chips}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold the same text twice
          <span key={`${index} ${item}`} className={styles.chip}>
            {item}
            <button
              type="button"
              className={styles.removeChip}
              aria-label={frontMatterStrings.removeItem(item)}
              disabled={isReadOnly}
              onClick={() => remove(index)}
            >
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          className={styles.chipInput}
          list={`${id}-suggestions`}
          value={typed}
          readOnly={isReadOnly}
          aria-describedby={describedBy}
          placeholder={frontMatterStrings.addItemPlaceholder}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={(event) => {
            if (!isStillFocused(event)) add()
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && !event.repeat && !isReadOnly && typed === '') {
              if (items.length > 0) onRemove(items.length - 1)
            }
          }}
        />
        <datalist id={`${id}-suggestions`}>
          {suggestions
            .filter((suggestion) => !items.includes(suggestion))
            .map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
        </datalist>
      </div>
    </div>
  )
}
