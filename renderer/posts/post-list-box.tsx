import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { useApp, useAppState } from '../shell/app-context'
import type { App } from '../state/app'
import { openPost } from '../state/session'
import { postStrings } from '../strings/posts'
import { Mark } from '../ui/mark'
import { formatListDay } from './format-list-day'
import styles from './post-list-box.module.css'

const rowHeightPx = 56

type PostListBoxProps = {
  readonly posts: readonly PostSummary[]
  readonly changed: ReadonlySet<PostPath>
}

/** The rows: only those in view exist, so ten thousand posts scroll like ten. */
export function PostListBox({ posts, changed }: PostListBoxProps) {
  const app = useApp()
  const session = useAppState('session')
  const { current } = session
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: rowHeightPx }}>
      <ListBox
        className={styles.list ?? ''}
        data-post-list
        aria-label={postStrings.posts}
        items={posts}
        selectionMode="single"
        disallowEmptySelection={current.kind !== 'none'}
        selectedKeys={current.kind === 'none' ? [] : [current.path]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          for (const key of keys) void openPost(app, key as PostPath)
        }}
        dependencies={[changed, session.posts]}
      >
        {(post) => (
          <PostRow
            post={post}
            changed={changed.has(post.path)}
            unsaved={(session.posts.get(post.path)?.save.kind ?? 'saved') !== 'saved'}
            onPress={() => focusIfShown(app, post.path)}
          />
        )}
      </ListBox>
    </Virtualizer>
  )
}

/** A press on the post that is shown already changes no selection; the writer wants to write on. */
function focusIfShown(app: App, path: PostPath): void {
  const { current } = app.session.getState()
  if (current.kind === 'open' && current.path === path) void app.loadEditor().then((editor) => editor.focus())
}

type PostRowProps = {
  readonly post: PostSummary
  readonly changed: boolean
  readonly unsaved: boolean
  readonly onPress: () => void
}

function PostRow({ post, changed, unsaved, onPress }: PostRowProps) {
  const day = post.day === null ? (post.dateText ?? postStrings.undated) : formatListDay(post.day)
  const facts = [post.author, day].filter(Boolean).join(' · ')
  return (
    <ListBoxItem
      id={post.path}
      textValue={`${post.title} ${facts}`}
      className={styles.row ?? ''}
      onPress={onPress}
    >
      <span className={styles.title}>{post.title}</span>
      <span className={styles.facts}>
        <span className={styles.factsText}>{facts}</span>
        {post.markup === 'other' ? <span>{post.path.slice(post.path.lastIndexOf('.'))}</span> : null}
        {post.reason === 'draft' ? <Mark tone="draft">{postStrings.draft}</Mark> : null}
        {post.reason === 'future' ? <Mark tone="draft">{postStrings.future}</Mark> : null}
        {unsaved ? (
          <Mark tone="changed">{postStrings.unsaved}</Mark>
        ) : changed ? (
          <Mark tone="changed">{postStrings.changedMark}</Mark>
        ) : null}
      </span>
    </ListBoxItem>
  )
}
