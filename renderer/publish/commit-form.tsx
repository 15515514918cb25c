import { lazy, Suspense } from 'react'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import type { GitDiff, GitStatus } from '#shared/contract/git'
import { publish as publishAction } from '../actions/post-actions'
import { useApp } from '../shell/app-context'
import { commitPost, type PublishState, writeMessage } from '../state/publish'
import { publishStrings } from '../strings/publish'
import { Button } from '../ui/button'
import { Keys } from '../ui/keys'
import { Mark } from '../ui/mark'
import { IdentityForm } from './identity-form'
import styles from './publish.module.css'

const DiffView = lazy(async () => ({ default: (await import('./diff-view')).DiffView }))

type CommitFormProps = {
  readonly publish: Extract<PublishState, { kind: 'open' }>
  readonly status: Extract<GitStatus, { kind: 'ready' }>
}

/** The file, its change, the message and the one button. */
export function CommitForm({ publish, status }: CommitFormProps) {
  const app = useApp()
  const { diff } = publish
  if (diff === null) return <p role="status">{publishStrings.readingDiff}</p>
  if (!status.files.some(({ path }) => path === publish.path))
    return <p role="status">{publishStrings.nothing}</p>
  const others = status.files.length - 1
  return (
    <>
      {status.head.kind === 'detached' ? (
        <p className={styles.warning}>{publishStrings.detached(status.head.commit.slice(0, 7))}</p>
      ) : null}
      {status.inProgress === null ? null : (
        <p className={styles.warning}>{publishStrings.inProgress(status.inProgress)}</p>
      )}
      <div className={styles.file}>
        <span>{publishStrings.willCommit}</span>
        {diff.before === null ? <Mark tone="changed">{publishStrings.newFile}</Mark> : null}
        <span className={styles.lines}>{publishStrings.lines(diff.addedLines, diff.removedLines)}</span>
        <code className={styles.path}>{publish.path}</code>
        {others > 0 ? <span className={styles.soft}>{publishStrings.othersStay(others)}</span> : null}
      </div>
      <Change diff={diff} />
      {status.identity?.name === undefined || status.identity.email === undefined ? (
        <IdentityForm known={status.identity} />
      ) : null}
      <TextField
        className={styles.field ?? ''}
        value={publish.message ?? ''}
        onChange={(message) => writeMessage(app, message)}
        isRequired
      >
        <Label>{publishStrings.message}</Label>
        <TextArea rows={3} className={styles.input ?? ''} />
      </TextField>
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isDisabled={
            publish.committing || (publish.message ?? '').trim() === '' || status.inProgress !== null
          }
          onPress={() => void commitPost(app)}
        >
          {publish.committing ? publishStrings.committing : publishStrings.commit}
          <Keys keys={publishAction.keys} />
        </Button>
      </div>
    </>
  )
}

function Change({ diff }: { readonly diff: GitDiff }) {
  if (diff.binary) return <p>{publishStrings.binary}</p>
  return (
    <div className={styles.diff}>
      <Suspense fallback={null}>
        <DiffView label={publishStrings.changes} before={diff.before ?? ''} after={diff.after ?? ''} />
      </Suspense>
    </div>
  )
}
