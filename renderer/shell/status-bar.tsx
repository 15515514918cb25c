import GitBranch from 'lucide-react/dist/esm/icons/git-branch.mjs'
import { lazy, Suspense } from 'react'
import type { Blog } from '#shared/contract/blog'
import type { GitStatus } from '#shared/contract/git'
import { receiptWords } from '#shared/post/receipt-words'
import { showSite } from '../actions/site-actions'
import { cycleTheme } from '../actions/view-actions'
import { labelInForm } from '../front-matter/use-collection'
import { currentPost, type OpenPost } from '../state/session'
import { shellStrings } from '../strings/shell'
import { ActionButton } from '../ui/action-button'
import { useApp, useAppState } from './app-context'
import { PostStatistics } from './post-statistics'
import styles from './status-bar.module.css'

// with what it opens it is more than all the rest of the bar
const PreviewStatus = lazy(async () => ({ default: (await import('./preview-status')).PreviewStatus }))

/** Branch, saved or not, words, and how the preview was made. */
export function StatusBar({ blog }: { readonly blog: Blog }) {
  const status = useAppState('git', ({ status }) => status)
  const post = useAppState('session', currentPost)
  const theme = useAppState('preferences', ({ theme }) => theme)
  return (
    <footer className={styles.bar}>
      <span className={styles.item}>
        <GitBranch size={12} aria-hidden="true" />
        {describeHead(status)}
      </span>
      {post === null ? null : <SaveState post={post} />}
      <span className={styles.grow} />
      {post === null ? null : <PostStatistics />}
      <Suspense fallback={null}>
        <PreviewStatus blog={blog} />
      </Suspense>
      <ActionButton action={showSite} kind="bare" />
      <ActionButton action={{ ...cycleTheme, label: shellStrings.theme[theme] }} kind="bare" />
    </footer>
  )
}

function describeHead(status: GitStatus | null): string {
  switch (status?.kind) {
    case undefined:
      return '…'
    case 'none':
    case 'bare':
      return shellStrings.noRepository
    case 'git-missing':
      return shellStrings.gitMissing
    case 'untrusted':
      return shellStrings.untrusted
    case 'ready': {
      const { head } = status
      if (head.kind === 'detached') return shellStrings.detached(head.commit.slice(0, 7))
      if (head.kind === 'unborn') return head.name
      const ahead = head.ahead ? ` ↑${head.ahead}` : ''
      const behind = head.behind ? ` ↓${head.behind}` : ''
      return `${head.name}${ahead}${behind}`
    }
  }
}

function SaveState({ post }: { readonly post: OpenPost }) {
  const app = useApp()
  const { tone, words } = describeSave(post, (key) => labelInForm(app, key))
  return (
    <span className={`${styles.item} ${styles.save}`} role="status" title={savedAtWords(post)}>
      <i className={`${styles.dot} ${styles[tone]}`} />
      <span className={styles.words}>{words}</span>
    </span>
  )
}

function savedAtWords({ savedAt }: OpenPost): string | undefined {
  if (savedAt === null) return undefined
  const time = new Date(savedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  return shellStrings.savedAt(time)
}

function describeSave(
  post: OpenPost,
  labelOf: (key: string) => string,
): { tone: 'good' | 'waiting' | 'bad'; words: string } {
  if (post.access.kind === 'read-only') return { tone: 'waiting', words: shellStrings.readOnly }
  switch (post.save.kind) {
    case 'failed':
      return { tone: 'bad', words: shellStrings.saveFailed }
    case 'saving':
      return { tone: 'waiting', words: shellStrings.saving }
    case 'unsaved':
      return { tone: 'waiting', words: shellStrings.unsaved }
    case 'saved': {
      if (post.receipt === null) return { tone: 'good', words: savedAtWords(post) ?? shellStrings.saved }
      return { tone: 'good', words: shellStrings.savedChange(receiptWords(post.receipt, labelOf)) }
    }
  }
}
