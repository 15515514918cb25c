import { useEffect, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import type { BlogId } from '#shared/contract/blog'
import type { CallParams } from '#shared/contract/calls'
import { FailureError } from '#shared/contract/failure'
import type { NewPostPlan } from '#shared/contract/post'
import { useApp } from '../shell/app-context'
import { notifyFailure } from '../state/notices'
import { refreshPosts } from '../state/posts'
import { newPostStrings } from '../strings/new-post'
import { DialogFrame, dialogStyles } from '../ui/dialog-frame'
import styles from './new-post-dialog.module.css'
import { openFromList } from './open-from-list'

type Wish = {
  readonly title: string
  readonly slug: string
  readonly folder: string
  readonly asDraft: boolean
}

/** In place of a folder: the one that the site's posts usually lie in. */
const usual = '\0'

/** What the services are asked; an empty name is the title's. */
function requestOf(blog: BlogId, { title, slug, folder, asDraft }: Wish): CallParams<'posts.planNew'> {
  return {
    ...{ blog, title, asDraft },
    slug: slug.trim() === '' ? null : slug,
    folder: folder === usual ? null : folder,
  }
}

type Planned = { readonly plan: NewPostPlan | null; readonly problem: string | null }

const planDelayMs = 120

/** What the services would make of the wish, a moment after it was last changed; the plan before stays shown meanwhile. */
function usePlan(blog: BlogId, wish: Wish): Planned {
  const app = useApp()
  const [planned, setPlanned] = useState<Planned>({ plan: null, problem: null })
  useEffect(() => {
    let isStale = false
    if (wish.title.trim() === '') {
      setPlanned((before) => ({ plan: before.plan, problem: null }))
      return
    }
    const plan = async (): Promise<void> => {
      try {
        const found = await app.client.call('posts.planNew', requestOf(blog, wish))
        if (!isStale) setPlanned({ plan: found, problem: null })
      } catch (error) {
        if (isStale) return
        if (error instanceof FailureError) setPlanned((before) => ({ ...before, problem: error.message }))
        else notifyFailure(app.notices, error)
      }
    }
    const timer = setTimeout(() => void plan(), planDelayMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [app, blog, wish])
  return planned
}

/** Asks for a new post's title and shows the file and the address that it gets while it is typed; nothing is written before it is made. */
export function NewPostDialog({ blog }: { readonly blog: BlogId }) {
  const app = useApp()
  const [wish, setWish] = useState<Wish>({ title: '', slug: '', folder: usual, asDraft: true })
  const [failure, setFailure] = useState<string | null>(null)
  const { plan, problem } = usePlan(blog, wish)
  const hasTitle = wish.title.trim() !== ''
  const change = (part: Partial<Wish>): void => {
    setFailure(null)
    setWish((before) => ({ ...before, ...part }))
  }
  const close = () => app.dialog.setState({ kind: 'none' }, true)
  const make = async (): Promise<void> => {
    try {
      // asked again: the one that is shown may be of the title before the last key
      const { path, text } = await app.client.call('posts.planNew', requestOf(blog, wish))
      await app.client.call('posts.create', { blog, path, text })
      close()
      await refreshPosts(app, blog)
      openFromList(app, path)
    } catch (error) {
      if (error instanceof FailureError) setFailure(error.message)
      else notifyFailure(app.notices, error)
    }
  }
  return (
    <DialogFrame
      title={newPostStrings.title}
      onClose={close}
      onSubmit={() => void make()}
      cancelLabel={newPostStrings.cancel}
      submitLabel={newPostStrings.create}
      canSubmit={hasTitle}
      problem={failure ?? problem}
    >
      <TextField
        value={wish.title}
        onChange={(title) => change({ title })}
        className={dialogStyles.field}
        autoFocus
      >
        <Label>{newPostStrings.titleField}</Label>
        <Input className={dialogStyles.input} maxLength={500} />
      </TextField>
      <TextField value={wish.slug} onChange={(slug) => change({ slug })} className={dialogStyles.field}>
        <Label>{newPostStrings.nameField}</Label>
        <Input className={dialogStyles.input} spellCheck="false" maxLength={200} />
        <Text slot="description" className={styles.hint ?? ''}>
          {newPostStrings.nameHint}
        </Text>
      </TextField>
      {plan !== null && plan.folders.length > 1 ? (
        <label className={dialogStyles.field}>
          <span>{newPostStrings.folder}</span>
          <select
            className={dialogStyles.input}
            value={wish.folder}
            onChange={({ target }) => change({ folder: target.value })}
          >
            <option value={usual}>{newPostStrings.usualFolder}</option>
            {plan.folders.map((folder) => (
              <option key={folder} value={folder}>
                {folder === '' ? newPostStrings.blogFolder : folder}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={wish.asDraft}
          onChange={({ target }) => change({ asDraft: target.checked })}
        />
        {newPostStrings.draft}
      </label>
      <dl className={styles.plan} aria-live="polite">
        <dt>{newPostStrings.file}</dt>
        <dd>{plan === null || !hasTitle ? newPostStrings.typeTitle : plan.path}</dd>
        <dt>{newPostStrings.address}</dt>
        <dd>{plan === null || !hasTitle ? '' : (plan.permalink ?? newPostStrings.addressUnknown)}</dd>
      </dl>
    </DialogFrame>
  )
}
