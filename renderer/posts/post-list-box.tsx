import { useMemo } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { shownDay } from '#shared/post/summarise-post'
import { useApp, useAppState } from '../shell/app-context'
import type { App } from '../state/app'
import { changedPaths } from '../state/git'
import { postStrings } from '../strings/posts'
import { Mark } from '../ui/mark'
import type { PostGroup } from './arrange-posts'
import { formatListDay } from './format-list-day'
import { openFromList } from './open-from-list'
import styles from './post-list-box.module.css'
import { stateOf } from './post-state'

const sizes = { rowHeight: 56, headingHeight: 30 }

type Item = { readonly id: PostPath; readonly post: PostSummary }

const itemOf = new WeakMap<PostSummary, Item>()

/** The same item for the same post: rows are made once, however often the list is filtered anew. */
function itemFor(post: PostSummary): Item {
  const known = itemOf.get(post)
  if (known !== undefined) return known
  const item = { id: post.path, post }
  itemOf.set(post, item)
  return item
}

type PostListBoxProps = {
  readonly groups: readonly PostGroup[]
  readonly hasHeadings: boolean
}

/** The rows: only those in view exist, so ten thousand posts scroll like ten. */
export function PostListBox({ groups, hasHeadings }: PostListBoxProps) {
  const app = useApp()
  const current = useAppState('session', ({ current }) => current)
  const sections = useMemo(
    () => groups.map(({ id, heading, posts }) => ({ id, heading, items: posts.map(itemFor) })),
    [groups],
  )
  const items = useMemo(() => sections.flatMap((section) => section.items), [sections])
  const common = {
    className: styles.list ?? '',
    'data-post-list': true,
    'aria-label': postStrings.posts,
    selectionMode: 'single',
    disallowEmptySelection: current.kind !== 'none',
    selectedKeys: current.kind === 'none' ? [] : [current.path],
    onSelectionChange: (keys: 'all' | Set<string | number>) => {
      if (keys === 'all') return
      for (const key of keys) openFromList(app, key as PostPath)
    },
  } as const
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      {hasHeadings ? (
        <ListBox key="grouped" {...common} items={sections}>
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className={styles.heading}>
                {section.heading}
                <span>{section.items.length.toLocaleString('en')}</span>
              </Header>
              <Collection items={section.items}>{rowFor(app)}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      ) : (
        <ListBox key="plain" {...common} items={items}>
          {rowFor(app)}
        </ListBox>
      )}
    </Virtualizer>
  )
}

const rowFor =
  (app: App) =>
  ({ post }: Item) => <PostRow post={post} onPress={() => openFromList(app, post.path)} />

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
      <span className={styles.title} title={post.title}>
        {post.title}
      </span>
      <span className={styles.facts}>
        <span className={styles.factsText}>{facts}</span>
        {post.markup === 'other' ? <span>{post.path.slice(post.path.lastIndexOf('.'))}</span> : null}
        <StateMark post={post} />
        <ChangeMark path={post.path} />
      </span>
    </ListBoxItem>
  )
}

/** What keeps a post from its readers, with the rule behind it. */
function StateMark({ post }: { readonly post: PostSummary }) {
  const state = stateOf(post)
  if (state === 'published' || state === 'unknown') return null
  return (
    <Mark
      tone={state === 'draft' || state === 'scheduled' ? 'draft' : 'quiet'}
      title={post.rule?.replaceAll('`', '')}
    >
      {postStrings.marks[state]}
    </Mark>
  )
}

/** Asks for itself, so that a keystroke or a save renders one row again and not the list. */
function ChangeMark({ path }: { readonly path: PostPath }) {
  const save = useAppState('session', ({ posts }) => posts.get(path)?.save.kind)
  const changed = useAppState('git', ({ status }) => changedPaths(status).has(path))
  if (save !== undefined && save !== 'saved') return <Mark tone="changed">{postStrings.unsaved}</Mark>
  return changed ? <Mark tone="changed">{postStrings.changedMark}</Mark> : null
}
