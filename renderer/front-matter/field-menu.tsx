import Ellipsis from 'lucide-react/dist/esm/icons/ellipsis.mjs'
import { type RefObject, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { FieldSchema } from '#shared/contract/field'
import type { Field } from '#shared/front-matter/front-matter'
import { habitOf } from '#shared/front-matter/writing-habit'
import { frontMatterStrings } from '../strings/front-matter'
import shared from './field.module.css'
import styles from './field-menu.module.css'
import { describeOrigins } from './field-origin'
import type { FormPort } from './form-port'
import { RenameField } from './rename-field'

type FieldMenuProps = {
  readonly form: FormPort
  readonly field: Field
  readonly nth: number
  readonly label: string
  readonly schema: FieldSchema | undefined
  readonly siblings: readonly FieldSchema[]
  /** The post lacks the field: there is nothing to rename or to remove. */
  readonly isMissing: boolean
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

type Page = 'menu' | 'rename' | 'origin'

/**
 * What can be done with a field itself. Its button shows under the pointer and within the row that has the focus; it stays out of the
 * Tab order, which is for filling in: Shift-F10 in the control opens the menu too.
 */
export function FieldMenu(props: FieldMenuProps) {
  const { label, isOpen, onOpen } = props
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={shared.menuButton}
        tabIndex={-1}
        aria-label={frontMatterStrings.options(label)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-keyshortcuts="Shift+F10"
        title={frontMatterStrings.optionsHint}
        onClick={() => onOpen(true)}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </button>
      {isOpen ? <FieldMenuPopover {...props} button={button} /> : null}
    </>
  )
}

type PopoverProps = FieldMenuProps & { readonly button: RefObject<HTMLButtonElement | null> }

/** Made only while it is open: a form may have hundreds of fields. */
function FieldMenuPopover(props: PopoverProps) {
  const { form, field, nth, label, schema, siblings, isMissing, onOpen, button } = props
  const [page, setPage] = useState<Page>('menu')
  const close = () => onOpen(false)
  const canEdit = !isMissing && !form.isReadOnly && field.refusal === null
  const perform = (key: string) => {
    if (key === 'rename') return setPage('rename')
    if (key === 'origin') return setPage('origin')
    close()
    if (key === 'text') form.showText(field.path, nth)
    else form.remove(field.path, label, habitOf(schema, siblings))
  }
  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={button}
      placement="bottom end"
      isOpen
      onOpenChange={onOpen}
    >
      {page === 'menu' ? (
        <Menu
          className={shared.options ?? ''}
          aria-label={frontMatterStrings.options(label)}
          autoFocus="first"
          shouldCloseOnSelect={false}
          disabledKeys={canEdit ? [] : ['rename', 'remove']}
          onAction={(key) => perform(String(key))}
          onClose={close}
        >
          <MenuItem id="rename" className={shared.option ?? ''}>
            {frontMatterStrings.rename}
          </MenuItem>
          <MenuItem id="remove" className={shared.option ?? ''}>
            {frontMatterStrings.remove}
          </MenuItem>
          <MenuItem id="text" className={shared.option ?? ''}>
            {frontMatterStrings.editInText}
          </MenuItem>
          <MenuItem id="origin" className={shared.option ?? ''}>
            {frontMatterStrings.whereFrom}
          </MenuItem>
        </Menu>
      ) : null}
      {page === 'rename' ? (
        <Dialog className={styles.dialog ?? ''} aria-label={frontMatterStrings.renameTitle(label)}>
          <RenameField form={form} field={field} schema={schema} siblings={siblings} onDone={close} />
        </Dialog>
      ) : null}
      {page === 'origin' ? (
        <Dialog className={styles.dialog ?? ''} aria-label={frontMatterStrings.whereFromTitle(label)}>
          <ul className={styles.origins}>
            {describeOrigins(schema, form.postCount).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </Popover>
  )
}
