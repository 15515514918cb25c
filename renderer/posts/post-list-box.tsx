import { useMemo } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { shownDay } from '#shared/post/summarise-post'
import { useApp, useAppState } from '../shell/app-context'
import { changedPaths } from '../state/git'
import { postStrings } from '../strings/posts'
import { Mark } from '../ui/mark'
import { formatListDay } from './format-list-day'
import { openFromList } from './open-from-list'
import styles from './post-list-box.module.css'

const rowHeightPx = 56

/** The rows: only those in view exist, so ten thousand posts scroll like ten. */
export function PostListBox({ posts }: { readonly posts: readonly PostSummary[] }) {
  const app = useApp()
  const current = useAppState('session', ({ current }) => current)
  const items = useMemo(() => posts.map((post) => ({ id: post.path, post })), [posts])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: rowHeightPx }}>
      <ListBox
        className={styles.list ?? ''}
        data-post-list
        aria-label={postStrings.posts}
        items={items}
        selectionMode="single"
        disallowEmptySelection={current.kind !== 'none'}
        selectedKeys={current.kind === 'none' ? [] : [current.path]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          for (const key of keys) openFromList(app, key as PostPath)
        }}
      >
        {({ post }) => <PostRow post={post} onPress={() => openFromList(app, post.path)} />}
      </ListBox>
    </Virtualizer>
  )
}

function PostRow({ post, onPress }: { readonly post: PostSummary; readonly onPress: () => void }) {
  const shown = shownDay(post)
  const day = shown === null ? (post.dateText ?? postStrings.undated) : formatListDay(shown)
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
        <ChangeMark path={post.path} />
      </span>
    </ListBoxItem>
  )
}

/** Asks for itself, so that a keystroke or a save renders one row again and not the list. */
function ChangeMark({ path }: { readonly path: PostPath }) {
  const save = useAppState('session', ({ posts }) => posts.get(path)?.save.kind)
  const changed = useAppState('git', ({ status }) => changedPaths(status).has(path))
  if (save !== undefined && save !== 'saved') return <Mark tone="changed">{postStrings.unsaved}</Mark>
  return changed ? <Mark tone="changed">{postStrings.changedMark}</Mark> : null
}
