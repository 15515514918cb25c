import { type FormEvent, useEffect, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { NewPostPlan } from '#shared/contract/post'
import { useApp } from '../shell/app-context'
import { notifyFailure } from '../state/notices'
import { refreshPosts } from '../state/posts'
import { newPostStrings } from '../strings/new-post'
import { Button } from '../ui/button'
import styles from './new-post-dialog.module.css'
import { openFromList } from './open-from-list'

type Wish = {
  readonly title: string
  readonly slug: string
  readonly folder: string
  readonly asDraft: boolean
}

type Planned = { readonly plan: NewPostPlan | null; readonly problem: string | null }

const planDelayMs = 120

/** What the services would make of the wish, a moment after it was last changed; the plan before stays shown meanwhile. */
function usePlan(blog: BlogId, { title, slug, folder, asDraft }: Wish): Planned {
  const app = useApp()
  const [planned, setPlanned] = useState<Planned>({ plan: null, problem: null })
  useEffect(() => {
    let isStale = false
    if (title.trim() === '') {
      setPlanned((before) => ({ plan: before.plan, problem: null }))
      return
    }
    const plan = async (): Promise<void> => {
      try {
        const found = await app.client.call('posts.planNew', {
          ...{ blog, title, asDraft },
          slug: slug.trim() === '' ? null : slug,
          folder: folder === usual ? null : folder,
        })
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
  }, [app, blog, title, slug, folder, asDraft])
  return planned
}

/** In place of a folder: the one that the site's posts usually lie in. */
const usual = '\0'

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
      const { path, text } = await app.client.call('posts.planNew', {
        ...{ blog, title: wish.title, asDraft: wish.asDraft },
        slug: wish.slug.trim() === '' ? null : wish.slug,
        folder: wish.folder === usual ? null : wish.folder,
      })
      await app.client.call('posts.create', { blog, path, text })
      close()
      await refreshPosts(app, blog)
      openFromList(app, path)
    } catch (error) {
      if (error instanceof FailureError) setFailure(error.message)
      else notifyFailure(app.notices, error)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasTitle) void make()
  }
  const wrong = failure ?? problem
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Modal>
        <Dialog className={styles.dialog ?? ''}>
          <form onSubmit={submit} className={styles.form}>
            <Heading slot="title" className={styles.title ?? ''}>
              {newPostStrings.title}
            </Heading>
            <TextField
              value={wish.title}
              onChange={(title) => change({ title })}
              className={styles.field ?? ''}
              autoFocus
            >
              <Label>{newPostStrings.titleField}</Label>
              <Input className={styles.input ?? ''} maxLength={500} />
            </TextField>
            <TextField value={wish.slug} onChange={(slug) => change({ slug })} className={styles.field ?? ''}>
              <Label>{newPostStrings.nameField}</Label>
              <Input className={styles.input ?? ''} spellCheck="false" maxLength={200} />
              <Text slot="description" className={styles.hint ?? ''}>
                {newPostStrings.nameHint}
              </Text>
            </TextField>
            {plan !== null && plan.folders.length > 1 ? (
              <label className={styles.field}>
                <span>{newPostStrings.folder}</span>
                <select
                  className={styles.input}
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
            {wrong === null ? null : (
              <p role="alert" className={styles.problem}>
                {wrong}
              </p>
            )}
            <div className={styles.buttons}>
              <Button onPress={close}>{newPostStrings.cancel}</Button>
              <Button kind="primary" type="submit" isDisabled={!hasTitle}>
                {newPostStrings.create}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
