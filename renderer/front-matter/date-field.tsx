import CalendarDays from 'lucide-react/dist/esm/icons/calendar-days.mjs'
import { lazy, Suspense, useId, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { controlStrings } from '../strings/form-controls'
import styles from './date-field.module.css'
import { dateHints } from './date-hint'
import form from './field.module.css'
import { settleDate } from './typed-value'
import { useDraft } from './use-draft'

type DateFieldProps = {
  readonly label: string
  readonly text: string
  /** How the other posts write such dates, a pattern of `front-matter/dates`; null where they have none. */
  readonly pattern: string | null
  readonly isReadOnly: boolean
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly describedBy: string | undefined
}

const loadCalendar = async () => ({ default: (await import('./calendar-popover')).CalendarPopover })
const CalendarPopover = lazy(loadCalendar)

/**
 * A date as the file writes it. What is typed goes into the post as soon as it is a date, else when the field is left; the calendar
 * changes day and time in the file's own form.
 */
export function DateField({ label, text, pattern, isReadOnly, onText, describedBy }: DateFieldProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { shown, type, leave } = useDraft(text, settleDate, onText)
  const hints = useMemo(() => hintsFor(shown), [shown])
  const descriptions = [hints.length === 0 ? [] : `${id}-hint`, describedBy ?? []].flat().join(' ')
  const open = () => {
    // the calendar gives the focus back to what had it
    opener.current?.focus()
    setOpen(true)
  }
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box} ref={box}>
        <input
          id={id}
          className={form.input}
          value={shown}
          readOnly={isReadOnly}
          aria-describedby={descriptions === '' ? undefined : descriptions}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || !event.altKey || isReadOnly) return
            event.preventDefault()
            open()
          }}
        />
        <Button
          ref={opener}
          className={styles.open ?? ''}
          aria-label={controlStrings.calendar(label)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          isDisabled={isReadOnly}
          onHoverStart={() => void loadCalendar()}
          onFocus={() => void loadCalendar()}
          onPress={() => setOpen(true)}
        >
          <CalendarDays size={14} aria-hidden="true" />
        </Button>
      </div>
      {hints.length === 0 ? null : (
        <p id={`${id}-hint`} className={styles.hints}>
          {hints.map((hint) => (
            <span key={hint}>{hint}</span>
          ))}
        </p>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <CalendarPopover
            label={controlStrings.calendar(label)}
            text={text}
            pattern={pattern}
            anchor={box}
            onText={onText}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function hintsFor(shown: string): readonly string[] {
  if (settleDate(shown) === null) return [controlStrings.notADate]
  return dateHints(shown, Intl.DateTimeFormat().resolvedOptions().timeZone)
}
