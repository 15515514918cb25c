import CalendarDays from 'lucide-react/dist/esm/icons/calendar-days.mjs'
import { useId, useRef } from 'react'
import { formatDay, parseDate } from '#shared/front-matter/dates'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'
import { settleDate } from './typed-value'
import { useDraft } from './use-draft'

type DateFieldProps = {
  readonly label: string
  readonly text: string
  readonly isReadOnly: boolean
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly describedBy: string | undefined
}

/**
 * A date as the file writes it. What is typed goes into the post as soon as it is a date, else when the field is left; the calendar
 * writes the day chosen in the file's own form.
 */
export function DateField({ label, text, isReadOnly, onText, describedBy }: DateFieldProps) {
  const id = useId()
  const calendar = useRef<HTMLInputElement>(null)
  const { shown, type, leave } = useDraft(text, settleDate, onText)
  const isDate = settleDate(shown) !== null
  const descriptions = [isDate ? [] : `${id}-problem`, describedBy ?? []].flat().join(' ')
  const chooseDay = (day: string) => {
    const pattern = parseDate(text)?.pattern
    if (day !== '') type(pattern === undefined ? day : formatDay(day, pattern))
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.combined}>
        <input
          id={id}
          className={styles.input}
          value={shown}
          readOnly={isReadOnly}
          aria-describedby={descriptions === '' ? undefined : descriptions}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
        <button
          type="button"
          className={styles.inside}
          aria-label={frontMatterStrings.calendar(label)}
          disabled={isReadOnly}
          onClick={() => calendar.current?.showPicker()}
        >
          <CalendarDays size={14} aria-hidden="true" />
        </button>
        <input
          ref={calendar}
          className={styles.calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={parseDate(shown.trim())?.day ?? ''}
          onChange={(event) => chooseDay(event.target.value)}
        />
      </div>
      {isDate ? null : (
        <p id={`${id}-problem`} className={styles.hint}>
          {frontMatterStrings.notADate}
        </p>
      )}
    </div>
  )
}
