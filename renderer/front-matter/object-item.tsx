import ArrowDown from 'lucide-react/dist/esm/icons/arrow-down.mjs'
import ArrowUp from 'lucide-react/dist/esm/icons/arrow-up.mjs'
import ChevronDown from 'lucide-react/dist/esm/icons/chevron-down.mjs'
import ChevronRight from 'lucide-react/dist/esm/icons/chevron-right.mjs'
import X from 'lucide-react/dist/esm/icons/x.mjs'
import { type KeyboardEvent, useId, useMemo } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldPath } from '#shared/front-matter/front-matter'
import { frontMatterStrings } from '../strings/front-matter'
import { describeValue } from './describe-value'
import { shownText } from './field-control'
import { FieldGroup } from './field-group'
import type { FormPort } from './form-port'
import styles from './object-field.module.css'

type ObjectItemProps = {
  readonly form: FormPort
  /** The list that it is in. */
  readonly list: FieldPath
  readonly index: number
  readonly count: number
  readonly entries: readonly Field[]
  readonly schemas: readonly FieldSchema[]
  /** How many maps and lists are around the list. */
  readonly depth: number
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** `part` names what had the focus and is to keep it. */
  readonly onMove: (to: number, part: string) => void
  readonly onRemove: () => void
}

/** One map of a list: a line that says which, and its fields when it is open. */
export function ObjectItem(props: ObjectItemProps) {
  const { form, list, index, count, entries, schemas, depth, isOpen, onOpen, onMove, onRemove } = props
  const id = useId()
  const path = useMemo(() => [...list, index], [list, index])
  const summary = summaryOf(entries)
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (!form.isReadOnly) onMove(event.key === 'ArrowUp' ? index - 1 : index + 1, 'summary')
  }
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={styles.card}>
      <div className={styles.cardBar}>
        <button
          type="button"
          className={styles.summary}
          data-part="summary"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={frontMatterStrings.item(index + 1, count, summary)}
          onClick={() => onOpen(!isOpen)}
          onKeyDown={moveByKey}
        >
          <Chevron size={14} aria-hidden="true" />
          <span dir="auto">{summary}</span>
        </button>
        <button
          type="button"
          className={styles.tool}
          data-part="up"
          aria-label={frontMatterStrings.moveUp(summary)}
          // stays focusable: an item that arrives at the end must not lose the focus
          aria-disabled={index === 0 || form.isReadOnly}
          onClick={() => !form.isReadOnly && onMove(index - 1, 'up')}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          data-part="down"
          aria-label={frontMatterStrings.moveDown(summary)}
          aria-disabled={index === count - 1 || form.isReadOnly}
          onClick={() => !form.isReadOnly && onMove(index + 1, 'down')}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          data-part="remove"
          aria-label={frontMatterStrings.removeListItem(summary)}
          disabled={form.isReadOnly}
          onClick={onRemove}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      <div id={id} className={styles.cardFields} hidden={!isOpen}>
        {isOpen ? (
          <FieldGroup form={form} parent={path} fields={entries} schemas={schemas} depth={depth + 1} />
        ) : null}
      </div>
    </div>
  )
}

/** The first thing that tells an item from the others: its name where it has one. */
function summaryOf(entries: readonly Field[]): string {
  const named = entries.find(({ key }) => /^(?:name|title|label)$/i.test(key))
  const texts = [named, ...entries].flatMap((entry) => (entry === undefined ? [] : shownText(entry.value)))
  const whole = describeValue({ kind: 'map', entries })
  return texts.find((text) => text.trim() !== '') ?? (whole === '' ? frontMatterStrings.emptyItem : whole)
}
