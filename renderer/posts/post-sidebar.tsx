import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import type { PostListSettings } from '#shared/contract/preferences'
import { newPost } from '../actions/post-actions'
import { useApp, useAppState } from '../shell/app-context'
import { changedPaths } from '../state/git'
import { changePostListSettings, showAllPosts } from '../state/post-list-settings'
import { postStrings } from '../strings/posts'
import { ActionButton } from '../ui/action-button'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Segmented } from '../ui/segmented'
import { arrangePosts } from './arrange-posts'
import { filterPosts, isShown } from './filter-posts'
import { PostFilterField } from './post-filter-field'
import { PostListBox } from './post-list-box'
import styles from './post-sidebar.module.css'
import { UnreadableFiles } from './unreadable-files'
import { usePostListSettings } from './use-post-list-settings'

// menus and popovers are no part of the first paint
const PostListMenus = lazy(async () => ({ default: (await import('./post-list-menus')).PostListMenus }))

const noPosts = [] as const

/** The blog's posts: filtered as it is typed, in the order and the groups that the writer chose for this blog. */
export function PostSidebar() {
  const app = useApp()
  const { list, query } = useAppState('posts')
  const status = useAppState('git', ({ status }) => status)
  const settings = usePostListSettings()
  const changed = changedPaths(status)
  const posts = list.kind === 'listed' ? list.posts : noPosts
  // both lag behind the keys while ten thousand posts are gone through
  const shownQuery = useDeferredValue(query)
  const shown = useDeferredValue(settings)
  const visible = useMemo(
    () => filterPosts(posts, shownQuery, shown, changed),
    [posts, shownQuery, shown, changed],
  )
  const groups = useMemo(() => arrangePosts(visible, shown.sort), [visible, shown.sort])
  const draftCount = useMemo(
    () => posts.filter((post) => isShown(post, 'drafts', changed)).length,
    [posts, changed],
  )
  const changedCount = useMemo(() => posts.filter(({ path }) => changed.has(path)).length, [posts, changed])
  return (
    <nav className={styles.sidebar} aria-label={postStrings.posts}>
      <PostFilterField count={posts.length} />
      <div className={styles.filters}>
        <Segmented<PostListSettings['show']>
          kind="loose"
          label={postStrings.filters}
          chosen={settings.show}
          onChoose={(show) => changePostListSettings(app, { show })}
          choices={[
            { id: 'all', content: postStrings.shows.all },
            { id: 'drafts', content: <Counted words={postStrings.shows.drafts} count={draftCount} /> },
            { id: 'changed', content: <Counted words={postStrings.shows.changed} count={changedCount} /> },
          ]}
        />
        <Suspense fallback={null}>
          <PostListMenus posts={posts} changed={changed} />
        </Suspense>
      </div>
      <Narrowed settings={settings} shown={visible.length} all={posts.length} />
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
            <Button onPress={() => showAllPosts(app)}>{postStrings.showAll}</Button>
          </EmptyState>
        ) : (
          <PostListBox groups={groups} hasHeadings={shown.grouped && shown.sort !== 'title'} />
        )}
      </div>
      <div className={styles.foot}>
        <ActionButton action={newPost} />
      </div>
      {list.kind === 'listed' ? <UnreadableFiles files={list.unreadable} /> : null}
    </nav>
  )
}

/** Says what narrows the list where the row of choices above does not show it. */
function Narrowed({
  settings,
  shown,
  all,
}: {
  readonly settings: PostListSettings
  readonly shown: number
  readonly all: number
}) {
  const { show, tag, author, year, language } = settings
  const by = [show === 'scheduled' ? postStrings.shows.scheduled : null, tag, author, year, language]
  const named = by.filter((value) => value !== null)
  return named.length === 0 ? null : (
    <p className={styles.narrowed} role="status">
      {postStrings.narrowed(shown, all, named)}
    </p>
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
