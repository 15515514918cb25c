import { type FormEvent, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useApp } from '../../shell/app-context'
import { changePreviewSettings, previewSettings } from '../../state/preview-settings'
import { previewStrings } from '../../strings/preview'
import { shellStrings } from '../../strings/shell'
import { Button } from '../../ui/button'
import styles from './name-page.module.css'

/** Asks which built page of the blog to learn the site's page from; an empty answer leaves the search to Galley. */
export function NamePage() {
  const app = useApp()
  const [page, setPage] = useState(() => previewSettings(app).samplePage ?? '')
  const close = () => app.dialog.setState({ kind: 'none' }, true)
  const use = (event: FormEvent) => {
    event.preventDefault()
    const samplePage = page.trim().replace(/^\.?\//, '')
    changePreviewSettings(app, { samplePage: samplePage === '' ? null : samplePage, page: 'site' })
    close()
  }
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Modal>
        <Dialog className={styles.dialog ?? ''}>
          <form onSubmit={use} className={styles.form}>
            <Heading slot="title" className={styles.title ?? ''}>
              {previewStrings.namePageTitle}
            </Heading>
            <TextField value={page} onChange={setPage} className={styles.field ?? ''} autoFocus>
              <Label>{previewStrings.pageInBlog}</Label>
              <Input
                className={styles.input ?? ''}
                spellCheck="false"
                placeholder="public/posts/tea/index.html"
              />
              <Text slot="description" className={styles.hint ?? ''}>
                {previewStrings.namePageHint}
              </Text>
            </TextField>
            <div className={styles.buttons}>
              <Button onPress={close}>{shellStrings.cancel}</Button>
              <Button kind="primary" type="submit">
                {previewStrings.usePage}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
