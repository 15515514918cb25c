import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { filterPosts } from '../actions/view-actions'
import { useApp, useAppState } from '../shell/app-context'
import { postStrings } from '../strings/posts'
import { Keys } from '../ui/keys'
import styles from './post-sidebar.module.css'

/** Filters the list as it is typed; Escape clears it, the arrow down goes to the list. */
export function PostFilterField({ count }: { readonly count: number }) {
  const app = useApp()
  const query = useAppState('posts', ({ query }) => query)
  return (
    <SearchField
      className={styles.filterField ?? ''}
      aria-label={postStrings.filterLabel}
      value={query}
      onChange={(next) => app.posts.setState({ query: next })}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown')
          document.querySelector<HTMLElement>('[data-post-list] [role=option]')?.focus()
        else event.continuePropagation()
      }}
    >
      <Input
        className={styles.filterInput ?? ''}
        placeholder={postStrings.filterPlaceholder(count)}
        data-post-filter
      />
      {query === '' ? <Keys keys={filterPosts.keys} /> : null}
    </SearchField>
  )
}
