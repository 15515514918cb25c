import CalendarDays from 'lucide-react/dist/esm/icons/calendar-days.mjs'
import { useEffect, useId, useRef, useState } from 'react'
import { formatDay, parseDate } from '#shared/front-matter/dates'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'

type DateFieldProps = {
  readonly label: string
  readonly text: string
  readonly isReadOnly: boolean
  readonly onText: (text: string) => void
}

/**
 * A date as the file writes it. What is typed goes into the post as soon as it is a date, else when the field is left; the calendar
 * writes the day chosen in the file's own form.
 */
export function DateField({ label, text, isReadOnly, onText }: DateFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(text)
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => setDraft(text), [text])
  const date = parseDate(draft)
  const type = (next: string) => {
    setDraft(next)
    if (parseDate(next) !== null) onText(next)
  }
  const keep = () => {
    if (draft !== text) onText(draft)
  }
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
          value={draft}
          readOnly={isReadOnly}
          aria-describedby={date === null ? `${id}-problem` : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={keep}
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
          value={date?.day ?? ''}
          onChange={(event) => chooseDay(event.target.value)}
        />
      </div>
      {date === null && draft !== '' ? (
        <p id={`${id}-problem`} className={styles.hint}>
          {frontMatterStrings.notADate}
        </p>
      ) : null}
    </div>
  )
}
