import ArrowUpDown from 'lucide-react/dist/esm/icons/arrow-up-down.mjs'
import ListFilter from 'lucide-react/dist/esm/icons/list-filter.mjs'
import { useId, useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { PostListSettings } from '#shared/contract/preferences'
import { useApp } from '../shell/app-context'
import { changePostListSettings, showAllPosts } from '../state/post-list-settings'
import { postStrings } from '../strings/posts'
import { Button } from '../ui/button'
import { MenuButton } from '../ui/menu-button'
import { type CountedValue, countValues } from './count-values'
import { isShown } from './filter-posts'
import styles from './post-list-menus.module.css'
import { usePostListSettings } from './use-post-list-settings'

type PostListMenusProps = {
  readonly posts: readonly PostSummary[]
  readonly changed: ReadonlySet<PostPath>
}

const sorts = Object.entries(postStrings.sorts) as readonly [PostListSettings['sort'], string][]
const shows = Object.entries(postStrings.shows) as readonly [PostListSettings['show'], string][]
const facets = ['tag', 'author', 'year', 'language'] as const

/** The order of the list, and what narrows it. */
export function PostListMenus({ posts, changed }: PostListMenusProps) {
  const app = useApp()
  const settings = usePostListSettings()
  const isNarrowed = settings.show !== 'all' || facets.some((facet) => settings[facet] !== null)
  return (
    <div className={styles.menus}>
      <MenuButton
        label={postStrings.sortAndGroup}
        content={<ArrowUpDown size={14} aria-hidden="true" />}
        entries={[
          ...sorts.map(([id, label]) => ({ id, label, isChosen: settings.sort === id })),
          {
            id: 'grouped',
            label: postStrings.grouped,
            isOn: settings.grouped && settings.sort !== 'title',
            isDisabled: settings.sort === 'title',
          },
        ]}
        onChoose={(id) => {
          const sort = sorts.find(([candidate]) => candidate === id)?.[0]
          changePostListSettings(app, sort === undefined ? { grouped: !settings.grouped } : { sort })
        }}
      />
      <DialogTrigger>
        <AriaButton
          className={`${styles.filter} ${isNarrowed ? styles.on : ''}`}
          aria-label={isNarrowed ? postStrings.filterMoreOn : postStrings.filterMore}
        >
          <ListFilter size={14} aria-hidden="true" />
        </AriaButton>
        <Popover className={styles.popover ?? ''} placement="bottom end">
          <Dialog className={styles.dialog ?? ''} aria-label={postStrings.filterMore}>
            <FilterChoices posts={posts} changed={changed} settings={settings} />
            {isNarrowed ? <Button onPress={() => showAllPosts(app)}>{postStrings.showAll}</Button> : null}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}

function FilterChoices({
  posts,
  changed,
  settings,
}: PostListMenusProps & { readonly settings: PostListSettings }) {
  const app = useApp()
  const values = useMemo(() => countValues(posts), [posts])
  const states = useMemo(
    () =>
      shows.map(([value, label]) => ({
        value,
        label,
        count: posts.filter((post) => isShown(post, value, changed)).length,
      })),
    [posts, changed],
  )
  return (
    <>
      <Choice
        label={postStrings.show}
        choices={states}
        chosen={settings.show}
        onChoose={(show) => changePostListSettings(app, { show: show as PostListSettings['show'] })}
      />
      {facets.map((facet) =>
        values[facet].length === 0 && settings[facet] === null ? null : (
          <Choice
            key={facet}
            label={postStrings.facets[facet]}
            choices={[
              { value: '', label: postStrings.anyValue, count: null },
              ...withChosen(values[facet], settings[facet]),
            ]}
            chosen={settings[facet] ?? ''}
            onChoose={(value) => changePostListSettings(app, { [facet]: value === '' ? null : value })}
          />
        ),
      )}
    </>
  )
}

/** The values with the chosen one among them, also when no post has it any more. */
function withChosen(values: readonly CountedValue[], chosen: string | null): readonly CountedValue[] {
  const isThere = chosen === null || values.some(({ value }) => value === chosen)
  return isThere ? values : [{ value: chosen, count: 0 }, ...values]
}

type ChoiceProps = {
  readonly label: string
  readonly choices: readonly {
    readonly value: string
    readonly label?: string
    readonly count: number | null
  }[]
  readonly chosen: string
  readonly onChoose: (value: string) => void
}

function Choice({ label, choices, chosen, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label ?? choice.value}
            {choice.count === null ? '' : ` (${choice.count.toLocaleString('en')})`}
          </option>
        ))}
      </select>
    </>
  )
}
