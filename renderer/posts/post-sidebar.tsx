import { useDeferredValue, useMemo } from 'react'
import { useApp, useAppState } from '../shell/app-context'
import { changedPaths } from '../state/git'
import { type PostFilter, visiblePosts } from '../state/posts'
import { postStrings } from '../strings/posts'
import { EmptyState } from '../ui/empty-state'
import { Segmented } from '../ui/segmented'
import { PostFilterField } from './post-filter-field'
import { PostListBox } from './post-list-box'
import styles from './post-sidebar.module.css'

/** The blog's posts, newest first: filter as you type, all, drafts or changed ones. */
export function PostSidebar() {
  const app = useApp()
  const { list, query, filter } = useAppState('posts')
  const status = useAppState('git', ({ status }) => status)
  const changed = changedPaths(status)
  const shownQuery = useDeferredValue(query)
  const posts = list.kind === 'listed' ? list.posts : []
  const visible = useMemo(
    () => visiblePosts(posts, shownQuery, filter, changed),
    [posts, shownQuery, filter, changed],
  )
  const draftCount = useMemo(() => posts.filter(({ reason }) => reason === 'draft').length, [posts])
  const changedCount = useMemo(() => posts.filter(({ path }) => changed.has(path)).length, [posts, changed])
  return (
    <nav className={styles.sidebar} aria-label={postStrings.posts}>
      <PostFilterField count={posts.length} />
      <div className={styles.filters}>
        <Segmented<PostFilter>
          kind="loose"
          label={postStrings.filters}
          chosen={filter}
          onChoose={(next) => app.posts.setState({ filter: next })}
          choices={[
            { id: 'all', content: postStrings.all },
            { id: 'drafts', content: <Counted words={postStrings.drafts} count={draftCount} /> },
            { id: 'changed', content: <Counted words={postStrings.changed} count={changedCount} /> },
          ]}
        />
      </div>
      <div className={styles.list}>
        {list.kind === 'loading' ? (
          <EmptyState title={postStrings.loading} />
        ) : posts.length === 0 ? (
          <EmptyState title={postStrings.none}>
            <p>{postStrings.noneHelp}</p>
          </EmptyState>
        ) : visible.length === 0 ? (
          <EmptyState title={postStrings.noMatch}>
            <p>{postStrings.noMatchHelp}</p>
          </EmptyState>
        ) : (
          <PostListBox posts={visible} />
        )}
      </div>
      {list.kind === 'listed' && list.unreadable.length > 0 ? (
        <details className={styles.unreadable}>
          <summary>{postStrings.unreadable(list.unreadable.length)}</summary>
          <ul>
            {list.unreadable.map(({ path, message }) => (
              <li key={path}>
                {path}: {message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  )
}

function Counted({ words, count }: { readonly words: string; readonly count: number }) {
  return (
    <>
      {words}
      {count > 0 ? <b>{count.toLocaleString('en')}</b> : null}
    </>
  )
}
