import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { controlStrings } from '../strings/form-controls'
import styles from './list-field.module.css'

type ListChipsProps = {
  readonly label: string
  readonly items: readonly string[]
  /** Items that other posts spell otherwise. */
  readonly marked: ReadonlySet<number>
  readonly isReadOnly: boolean
  /** Holds the chips, so that the field can send the focus here. */
  readonly grid: RefObject<HTMLDivElement | null>
  /** `byKey`: the chips are being walked through, and the focus should go on to the next. */
  readonly onRemove: (index: number, byKey: boolean) => void
  readonly onMove: (from: number, to: number) => void
  /** The arrow that leads behind the last chip. */
  readonly onLeave: () => void
}

/** Puts the focus on a chip, counted from 0; on the last one when there are fewer. False when there is none. */
export function focusChip(grid: HTMLElement | null, index: number): boolean {
  const chips = grid?.querySelectorAll<HTMLElement>('[role="row"]')
  const chip = chips?.[Math.min(index, chips.length - 1)]
  chip?.focus()
  return chip !== undefined
}

/**
 * A list's items as chips, one stop of the Tab key. The arrows walk through them, Delete and Backspace take one off, and with Alt or
 * the command key the arrows move it. The mouse drags.
 */
export function ListChips(props: ListChipsProps) {
  const { label, items, marked, isReadOnly, grid, onRemove, onMove, onLeave } = props
  const help = useId()
  const [current, setCurrent] = useState(0)
  const [dragged, setDragged] = useState<number | null>(null)
  const stop = Math.min(current, items.length - 1)

  const move = (from: number, to: number) => {
    if (isReadOnly || to < 0 || to >= items.length || to === from) return
    onMove(from, to)
    // the chips are drawn anew first
    requestAnimationFrame(() => focusChip(grid.current, to))
  }
  const press = (event: KeyboardEvent, index: number) => {
    const step = stepOf(event.key)
    if (step !== null && (event.altKey || event.ctrlKey || event.metaKey)) move(index, index + step)
    else if (step === 1 && index === items.length - 1) onLeave()
    else if (step !== null) focusChip(grid.current, Math.max(0, index + step))
    else if (event.key === 'Home') focusChip(grid.current, 0)
    else if (event.key === 'End') focusChip(grid.current, items.length - 1)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !isReadOnly) onRemove(index, true)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table is no row of chips
    <div ref={grid} role="grid" className={styles.chips} aria-label={controlStrings.itemsOf(label)}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a table's row is no chip
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold the same text twice
          key={`${index} ${item}`}
          role="row"
          className={`${styles.chip} ${marked.has(index) ? styles.marked : ''}`}
          aria-label={item}
          aria-describedby={help}
          tabIndex={index === stop ? 0 : -1}
          draggable={!isReadOnly}
          onFocus={() => setCurrent(index)}
          onKeyDown={(event) => press(event, index)}
          onDragStart={() => setDragged(index)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => dragged !== null && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged !== null) move(dragged, index)
          }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a table's cell is no chip */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
          <span role="gridcell" className={styles.cell}>
            <span className={styles.text}>{item}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={controlStrings.removeItem(item)}
              disabled={isReadOnly}
              tabIndex={-1}
              onClick={() => onRemove(index, false)}
            >
              ×
            </button>
          </span>
        </div>
      ))}
      <span id={help} hidden>
        {controlStrings.chipHelp}
      </span>
    </div>
  )
}

function stepOf(key: string): 1 | -1 | null {
  if (key === 'ArrowRight') return 1
  return key === 'ArrowLeft' ? -1 : null
}
