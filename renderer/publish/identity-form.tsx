import { type FormEvent, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import type { GitStatus } from '#shared/contract/git'
import { useApp } from '../shell/app-context'
import { setIdentity } from '../state/publish'
import { publishStrings } from '../strings/publish'
import { Button } from '../ui/button'
import styles from './publish.module.css'

type KnownIdentity = Extract<GitStatus, { kind: 'ready' }>['identity']

/** Asks who the commits are by, where git does not know. Kept in this repository's own settings. */
export function IdentityForm({ known }: { readonly known: KnownIdentity }) {
  const app = useApp()
  const [name, setName] = useState(known?.name ?? '')
  const [email, setEmail] = useState(known?.email ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void setIdentity(app, name, email)
  }
  return (
    <form className={styles.identity} onSubmit={keep}>
      <p>{publishStrings.identity}</p>
      <TextField
        className={styles.field ?? ''}
        value={name}
        onChange={setName}
        autoComplete="name"
        isRequired
      >
        <Label>{publishStrings.name}</Label>
        <Input className={styles.input ?? ''} />
      </TextField>
      <TextField
        className={styles.field ?? ''}
        value={email}
        onChange={setEmail}
        type="email"
        autoComplete="email"
        isRequired
      >
        <Label>{publishStrings.email}</Label>
        <Input className={styles.input ?? ''} />
      </TextField>
      <div className={styles.buttons}>
        <Button type="submit">{publishStrings.keepIdentity}</Button>
      </div>
    </form>
  )
}
