import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import styles from './field.module.css'

type FieldRefusalProps = {
  readonly id: string
  readonly label: string
  readonly message: string
  /** An edit was refused just now; else the field is such that none is tried, and its value offers the text already. */
  readonly isNew: boolean
  readonly onShowText: () => void
}

/** Why a field cannot be changed here, and the way to where it can. */
export function FieldRefusal({ id, label, message, isNew, onShowText }: FieldRefusalProps) {
  if (!isNew) {
    return (
      <p id={id} className={styles.hint}>
        {message}
      </p>
    )
  }
  return (
    <div className={styles.refusal}>
      <p id={id} role="alert">
        {frontMatterStrings.cannotEdit(message)}
      </p>
      <Button kind="bare" aria-label={frontMatterStrings.editAsText(label)} onPress={onShowText}>
        {frontMatterStrings.editInText}
      </Button>
    </div>
  )
}
