import type { Field } from '#shared/front-matter/front-matter'
import { toggleRaw } from '../actions/view-actions'
import { useApp } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { describeValue } from './describe-value'
import styles from './form-pane.module.css'

type SourceFieldProps = { readonly label: string; readonly field: Field; readonly editor: EditorPort }

/** A value that has no control: shown as it is, changed in the text. */
export function SourceField({ label, field, editor }: SourceFieldProps) {
  const app = useApp()
  const showText = () => {
    if (app.preferences.getState().layout.frontMatter === 'form') toggleRaw.run(app)
    requestAnimationFrame(() => editor.reveal(field.valueRange.from))
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.source}>
        <code>{describeValue(field.value)}</code>
        <Button kind="bare" aria-label={frontMatterStrings.editAsText(label)} onPress={showText}>
          {frontMatterStrings.editInText}
        </Button>
      </div>
    </div>
  )
}
