import { CalendarDate, parseDate as parseDay, Time } from '@internationalized/date'
import ChevronLeft from 'lucide-react/dist/esm/icons/chevron-left.mjs'
import ChevronRight from 'lucide-react/dist/esm/icons/chevron-right.mjs'
import type { RefObject } from 'react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import { Dialog } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Popover } from 'react-aria-components/Popover'
import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components/TimeField'
import { controlStrings } from '../strings/form-controls'
import { Button } from '../ui/button'
import { calendarLocale } from './calendar-locale'
import styles from './calendar-popover.module.css'
import { shownDate, type TimeOfDay, withDay, withTime } from './date-edit'

type CalendarPopoverProps = {
  readonly label: string
  /** As the file has it. */
  readonly text: string
  readonly pattern: string | null
  /** What it opens beside. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onText: (text: string) => string
  readonly onClose: () => void
}

/** A month to choose a day from and, where dates have one, a time; each choice changes the file's text at once, in its own form. */
export function CalendarPopover({ label, text, pattern, anchor, onText, onClose }: CalendarPopoverProps) {
  const { day, time, mayHaveTime, hasSeconds, countsTo12, zone } = shownDate(text, pattern)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const chooseDay = (chosen: CalendarDate) => {
    const next = withDay(text, chosen.toString(), pattern, { now: new Date(), timeZone })
    if (next !== text) onText(next)
    if (!mayHaveTime) onClose()
  }
  const chooseTime = (chosen: TimeOfDay) => {
    const next = withTime(text, chosen, pattern, timeZone)
    if (next !== text) onText(next)
  }
  return (
    <I18nProvider locale={calendarLocale(navigator.language)}>
      <Popover
        className={styles.popover ?? ''}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom end"
        offset={4}
      >
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          <Calendar
            aria-label={label}
            autoFocus
            value={day === null ? null : parseDay(day)}
            onChange={(chosen) => chooseDay(new CalendarDate(chosen.year, chosen.month, chosen.day))}
          >
            <div className={styles.header}>
              <AriaButton
                slot="previous"
                className={styles.turn ?? ''}
                aria-label={controlStrings.previousMonth}
              >
                <ChevronLeft size={16} aria-hidden="true" />
              </AriaButton>
              <Heading className={styles.month ?? ''} />
              <AriaButton slot="next" className={styles.turn ?? ''} aria-label={controlStrings.nextMonth}>
                <ChevronRight size={16} aria-hidden="true" />
              </AriaButton>
            </div>
            <CalendarGrid className={styles.grid ?? ''} weekdayStyle="short">
              <CalendarGridHeader>
                {(weekday) => (
                  <CalendarHeaderCell className={styles.weekday ?? ''}>
                    {weekday.slice(0, 2)}
                  </CalendarHeaderCell>
                )}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell className={styles.day ?? ''} date={date} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
          {mayHaveTime ? (
            <div className={styles.footer}>
              <TimeField
                className={styles.time ?? ''}
                value={time === null ? null : new Time(time.hour, time.minute, time.second)}
                granularity={hasSeconds ? 'second' : 'minute'}
                hourCycle={countsTo12 ? 12 : 24}
                isDisabled={day === null}
                onChange={(chosen) => chosen !== null && chooseTime(chosen)}
              >
                <Label className={styles.timeLabel ?? ''}>{controlStrings.time}</Label>
                <DateInput className={styles.timeInput ?? ''}>
                  {(segment) => <DateSegment className={styles.segment ?? ''} segment={segment} />}
                </DateInput>
              </TimeField>
              {zone === null ? null : (
                <span className={styles.zone} role="img" aria-label={controlStrings.zone(zone)}>
                  {zone}
                </span>
              )}
              <Button onPress={onClose}>{controlStrings.done}</Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </I18nProvider>
  )
}
