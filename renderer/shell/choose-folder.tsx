import { useEffect, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import type { FolderListing } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import { openBlog } from '../state/blog'
import { notifyFailure } from '../state/notices'
import { shellStrings } from '../strings/shell'
import { Button } from '../ui/button'
import { DialogFrame, dialogStyles } from '../ui/dialog-frame'
import { Mark } from '../ui/mark'
import { useApp } from './app-context'
import styles from './choose-folder.module.css'

/** Chooses a folder where the host has no dialog of its own: type its path, or walk to it. */
export function ChooseFolder() {
  const app = useApp()
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [folder, setFolder] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => app.dialog.setState({ kind: 'none' }, true)
  const browse = async (next?: string) => {
    try {
      const found = await app.client.call('blogs.browseFolder', next === undefined ? {} : { folder: next })
      setListing(found)
      // a path that was typed before the first list was there stays
      setFolder((typed) => (next === undefined && typed !== '' ? typed : found.folder))
      setProblem(null)
    } catch (error) {
      if (error instanceof FailureError) setProblem(error.message)
      else notifyFailure(app.notices, error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the dialog opens
  useEffect(() => void browse(), [])
  const open = () => {
    close()
    void openBlog(app, folder.trim())
  }
  return (
    <DialogFrame
      title={shellStrings.chooseFolder}
      onClose={close}
      onSubmit={open}
      cancelLabel={shellStrings.cancel}
      submitLabel={shellStrings.openThis}
      canSubmit={folder.trim() !== ''}
      problem={problem}
    >
      <TextField value={folder} onChange={setFolder} className={dialogStyles.field} autoFocus>
        <Label>{shellStrings.folderPath}</Label>
        <Input className={dialogStyles.input} spellCheck="false" />
      </TextField>
      <ul className={styles.folders} aria-label={shellStrings.folders}>
        {listing?.parent ? (
          <li>
            <Button kind="bare" wide onPress={() => void browse(listing.parent ?? undefined)}>
              ↑ {shellStrings.parentFolder}
            </Button>
          </li>
        ) : null}
        {listing?.folders.map((entry) => (
          <li key={entry.folder}>
            <Button kind="bare" wide onPress={() => void browse(entry.folder)}>
              {entry.name}
              {entry.isRepository ? <Mark tone="changed">{shellStrings.repository}</Mark> : null}
            </Button>
          </li>
        ))}
        {listing !== null && listing.folders.length === 0 ? <li>{shellStrings.noFolders}</li> : null}
      </ul>
    </DialogFrame>
  )
}
