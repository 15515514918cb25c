import type { FormEvent, ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button'
import styles from './dialog-frame.module.css'

type DialogFrameProps = {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly cancelLabel: string
  readonly submitLabel: string
  readonly canSubmit?: boolean
  /** What is wrong, in a sentence; announced when it comes. */
  readonly problem?: string | null
  readonly children: ReactNode
}

/** A dialog in the middle of the window that asks a few things: Enter answers, Escape and a press outside leave it. Its fields wear `dialogStyles`. */
export function DialogFrame({
  title,
  onClose,
  onSubmit,
  cancelLabel,
  submitLabel,
  canSubmit = true,
  problem = null,
  children,
}: DialogFrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSubmit) onSubmit()
  }
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal>
        <Dialog className={styles.dialog ?? ''}>
          <form onSubmit={submit} className={styles.form}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            {children}
            {problem === null ? null : (
              <p role="alert" className={styles.problem}>
                {problem}
              </p>
            )}
            <div className={styles.buttons}>
              <Button onPress={onClose}>{cancelLabel}</Button>
              <Button kind="primary" type="submit" isDisabled={!canSubmit}>
                {submitLabel}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** For a dialog's fields: `field` around a label and its `input`. */
export const dialogStyles = { field: styles.field ?? '', input: styles.input ?? '' } as const
