import type { Field } from '#shared/front-matter/front-matter'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { describeValue } from './describe-value'
import styles from './field.module.css'
import type { FormPort } from './form-port'

type SourceFieldProps = {
  readonly label: string
  readonly field: Field
  readonly nth: number
  readonly form: FormPort
}

/** A value that has no control: shown as it is, changed in the text. */
export function SourceField({ label, field, nth, form }: SourceFieldProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.source}>
        <code dir="auto">{describeValue(field.value)}</code>
        <Button
          kind="bare"
          aria-label={frontMatterStrings.editAsText(label)}
          onPress={() => form.showText(field.path, nth)}
        >
          {frontMatterStrings.editInText}
        </Button>
      </div>
    </div>
  )
}
