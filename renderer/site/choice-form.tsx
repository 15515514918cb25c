import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SiteChoice } from '#shared/contract/site-understanding'
import { profileIds } from '#shared/site/profile'
import { useApp } from '../shell/app-context'
import { notifyFailure } from '../state/notices'
import { chooseForSite } from '../state/site'
import { siteStrings } from '../strings/site'
import { Button } from '../ui/button'
import styles from './site-drawer.module.css'

type ChoiceFormProps = {
  readonly choice: SiteChoice
  readonly label: string
  /** What was chosen before, empty for nothing. */
  readonly value: string
  readonly onDone: () => void
  /** Where it can be left without an answer; the field then has the focus at once. */
  readonly onCancel?: () => void
}

/** Asks for one answer and writes it to `.galley.yml`. One that is refused stays in the field, with the reason below. */
export function ChoiceForm({ choice, label, value, onDone, onCancel }: ChoiceFormProps) {
  const app = useApp()
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const takesFocus = onCancel !== undefined
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const save = async () => {
    const answer = field.current?.value.trim() ?? ''
    if (answer === '') return setRefusal(siteStrings.help[choice])
    const failure = await chooseForSite(app, choice, answer)
    if (failure === null) return onDone()
    setRefusal(failure.message)
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save().catch((error) => notifyFailure(app.notices, error))
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || onCancel === undefined) return
    event.preventDefault() // the panel stays
    onCancel()
  }
  const common = {
    id,
    ref: field,
    defaultValue: value,
    'aria-describedby': `${id}-help`,
    'aria-invalid': refusal !== null,
  }
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={leave}>
      <label htmlFor={id}>{label}</label>
      {choice === 'generator' ? (
        <select {...common}>
          {profileIds.map((profile) => (
            <option key={profile}>{profile}</option>
          ))}
        </select>
      ) : (
        <input {...common} type="text" spellCheck="false" autoComplete="off" maxLength={1000} />
      )}
      <p id={`${id}-help`} className={styles.soft}>
        {siteStrings.help[choice]}
      </p>
      {refusal === null ? null : (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{siteStrings.cancel}</Button>}
        <Button type="submit">{siteStrings.save}</Button>
      </div>
    </form>
  )
}
