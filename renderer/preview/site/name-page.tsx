import { useEffect, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useApp } from '../../shell/app-context'
import type { App } from '../../state/app'
import { notifyFailure } from '../../state/notices'
import { changePreviewSettings, previewSettings } from '../../state/preview-settings'
import { previewStrings } from '../../strings/preview'
import { shellStrings } from '../../strings/shell'
import { DialogFrame, dialogStyles } from '../../ui/dialog-frame'
import styles from './name-page.module.css'

/** From which page the open post's is learnt now, or why it is not. */
async function readLearnt(app: App): Promise<string> {
  const blog = app.blog.getState()
  const { current } = app.session.getState()
  if (blog.kind !== 'open' || current.kind !== 'open') return ''
  const { samplePage } = previewSettings(app)
  const frame = await app.client.call('site.readPageFrame', {
    blog: blog.blog.id,
    path: current.path,
    samplePage,
  })
  return frame.kind === 'learned' ? frame.why : frame.message
}

/** Asks which built page of the blog to learn the site's page from; an empty answer leaves the search to Galley. */
export function NamePage() {
  const app = useApp()
  const [page, setPage] = useState(() => previewSettings(app).samplePage ?? '')
  const [learnt, setLearnt] = useState('')
  useEffect(() => {
    let isClosed = false
    readLearnt(app).then(
      (words) => isClosed || setLearnt(words),
      (error) => notifyFailure(app.notices, error),
    )
    return () => {
      isClosed = true
    }
  }, [app])
  const close = () => app.dialog.setState({ kind: 'none' }, true)
  const use = () => {
    const samplePage = page.trim().replace(/^\.?\//, '')
    changePreviewSettings(app, { samplePage: samplePage === '' ? null : samplePage, page: 'site' })
    close()
  }
  return (
    <DialogFrame
      title={previewStrings.namePageTitle}
      onClose={close}
      onSubmit={use}
      cancelLabel={shellStrings.cancel}
      submitLabel={previewStrings.usePage}
    >
      <TextField value={page} onChange={setPage} className={dialogStyles.field} autoFocus>
        <Label>{previewStrings.pageInBlog}</Label>
        <Input className={dialogStyles.input} spellCheck="false" placeholder="public/posts/tea/index.html" />
        <Text slot="description" className={styles.hint ?? ''}>
          {previewStrings.namePageHint}
        </Text>
      </TextField>
      <p className={styles.hint} role="status">
        {learnt}
      </p>
    </DialogFrame>
  )
}
