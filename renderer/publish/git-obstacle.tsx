import type { GitStatus } from '#shared/contract/git'
import { useApp } from '../shell/app-context'
import { initialiseGit } from '../state/blog'
import { trustRepository } from '../state/publish'
import { publishStrings } from '../strings/publish'
import { shellStrings } from '../strings/shell'
import { Button } from '../ui/button'
import styles from './publish.module.css'

/** Why nothing can be committed here, and what to do about it. */
export function GitObstacle({ status }: { readonly status: Exclude<GitStatus, { kind: 'ready' }> }) {
  const app = useApp()
  switch (status.kind) {
    case 'git-missing':
      return <p>{publishStrings.gitMissing}</p>
    case 'bare':
      return <p>{publishStrings.bare}</p>
    case 'none':
      return (
        <>
          <p>{publishStrings.plainFolder}</p>
          <div className={styles.buttons}>
            <Button kind="primary" onPress={() => void initialiseGit(app)}>
              {shellStrings.initialiseGit}
            </Button>
          </div>
        </>
      )
    case 'untrusted':
      return (
        <>
          <p>{publishStrings.untrusted}</p>
          <ul className={styles.findings}>
            {status.findings.map(({ name, where, why }) => (
              <li key={`${where} ${name}`}>
                <code>{name}</code> <span className={styles.where}>{where}</span>
                <br />
                {why}
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{publishStrings.untrustedHelp}</p>
          <div className={styles.buttons}>
            <Button onPress={() => void trustRepository(app, status.fingerprint)}>
              {publishStrings.trust}
            </Button>
          </div>
        </>
      )
  }
}
