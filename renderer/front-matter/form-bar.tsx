import ChevronDown from 'lucide-react/dist/esm/icons/chevron-down.mjs'
import ChevronRight from 'lucide-react/dist/esm/icons/chevron-right.mjs'
import Code from 'lucide-react/dist/esm/icons/code.mjs'
import { memo } from 'react'
import { toggleForm, toggleRaw } from '../actions/view-actions'
import { useAppState } from '../shell/app-context'
import { frontMatterStrings } from '../strings/front-matter'
import { ActionButton } from '../ui/action-button'
import styles from './form-pane.module.css'

/** Hides and shows the form, and turns it into text. Typing in the form is no reason to render it again. */
export const FormBar = memo(function FormBar() {
  const layout = useAppState('preferences', ({ layout }) => layout)
  const raw = layout.frontMatter === 'raw'
  const Chevron = layout.formOpen ? ChevronDown : ChevronRight
  return (
    <div className={styles.bar}>
      <ActionButton
        action={{
          ...toggleForm,
          label: layout.formOpen ? frontMatterStrings.hideForm : frontMatterStrings.openForm,
        }}
        kind="bare"
        icon={<Chevron size={14} aria-hidden="true" />}
      />
      <ActionButton
        action={{ ...toggleRaw, label: raw ? frontMatterStrings.showForm : frontMatterStrings.showText }}
        kind="bare"
        aria-pressed={raw}
        icon={<Code size={14} aria-hidden="true" />}
      />
    </div>
  )
})
