import { namePage } from '../../actions/page-actions'
import { runAction } from '../../actions/run-action'
import { useApp } from '../../shell/app-context'
import { previewStrings } from '../../strings/preview'
import { Button } from '../../ui/button'
import styles from './page-note.module.css'

/** Says why the site's page is not around the post, with the way to name a page. */
export function PageNote({ note }: { readonly note: string }) {
  const app = useApp()
  return (
    <div className={styles.note} role="status">
      <p>{note}</p>
      <Button kind="quiet" onPress={() => runAction(app, namePage)}>
        {previewStrings.namePage}
      </Button>
    </div>
  )
}
