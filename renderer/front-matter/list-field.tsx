import { useId, useState } from 'react'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'

type ListFieldProps = {
  readonly label: string
  readonly items: readonly string[]
  readonly suggestions: readonly string[]
  readonly isReadOnly: boolean
  readonly onAdd: (item: string) => void
  readonly onRemove: (index: number) => void
}

/** A list of short texts as chips. Enter or a comma adds what was typed; Backspace in the empty field takes the last one off. */
export function ListField({ label, items, suggestions, isReadOnly, onAdd, onRemove }: ListFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const add = () => {
    const item = typed.trim()
    setTyped('')
    if (item !== '' && !items.includes(item)) onAdd(item)
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
              onClick={() => onRemove(index)}
            >
              ×
            </button>
          </span>
        ))}
        <input
          id={id}
          className={styles.chipInput}
          list={`${id}-suggestions`}
          value={typed}
          readOnly={isReadOnly}
          placeholder={frontMatterStrings.addItemPlaceholder}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && !isReadOnly && typed === '' && items.length > 0) {
              onRemove(items.length - 1)
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
