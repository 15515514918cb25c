import X from 'lucide-react/dist/esm/icons/x.mjs'
import { dismissNotice } from '../state/notices'
import { shellStrings } from '../strings/shell'
import { Button } from '../ui/button'
import { useApp, useAppState } from './app-context'
import styles from './notices.module.css'

/** What happened, in the window's corner. Failures stay until they are dismissed. */
export function Notices() {
  const app = useApp()
  const { notices } = useAppState('notices')
  return (
    <section className={styles.notices} aria-label={shellStrings.notices} aria-live="polite">
      {notices.map(({ id, kind, message, detail, action }) => (
        <div
          key={id}
          className={`${styles.notice} ${styles[kind]}`}
          {...(kind === 'failed' ? { role: 'alert' } : {})}
        >
          <div className={styles.text}>
            <p>{message}</p>
            {detail === null ? null : (
              <details>
                <summary>{shellStrings.details}</summary>
                <pre>{detail}</pre>
              </details>
            )}
          </div>
          {action === null ? null : (
            <Button
              onPress={() => {
                dismissNotice(app.notices, id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button
            kind="bare"
            aria-label={shellStrings.dismiss}
            onPress={() => dismissNotice(app.notices, id)}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
    </section>
  )
}
