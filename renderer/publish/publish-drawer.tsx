import { useApp, useAppState } from '../shell/app-context'
import { closePublish } from '../state/publish'
import { publishStrings } from '../strings/publish'
import { Drawer } from '../ui/drawer'
import { CommitForm } from './commit-form'
import { GitObstacle } from './git-obstacle'

/** What will be committed, its change and its message; or what stands in the way of a commit. */
export function PublishDrawer() {
  const app = useApp()
  const publish = useAppState('publish')
  const status = useAppState('git', ({ status }) => status)
  const list = useAppState('posts', ({ list }) => list)
  if (publish.kind === 'closed') return null
  const listed = list.kind === 'listed' ? list.posts.find(({ path }) => path === publish.path) : undefined
  return (
    <Drawer
      title={publishStrings.title(listed?.title ?? publish.path)}
      closeLabel={publishStrings.close}
      onClose={() => closePublish(app)}
    >
      {status === null ? (
        <p role="status">{publishStrings.readingDiff}</p>
      ) : status.kind === 'ready' ? (
        <CommitForm publish={publish} status={status} />
      ) : (
        <GitObstacle status={status} />
      )}
    </Drawer>
  )
}
