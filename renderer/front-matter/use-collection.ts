import { useEffect, useState } from 'react'
import type { BlogId } from '#shared/contract/blog'
import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import { labelOf } from '#shared/front-matter/label'
import { useApp } from '../shell/app-context'
import type { App } from '../state/app'
import { notifyFailure } from '../state/notices'
import { openBlogId } from '../state/session'

// a form that is in use must not be put into another order; nobody is to wait long for it either
const longestWaitMs = 2000

/** What a form knows of its post's collection. `waiting`: the answer is due at once, and the form had better wait for it. */
export type LearntCollection =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly collection: PostCollection }

type Answer = { readonly blog: BlogId; readonly folder: string; readonly learnt: LearntCollection }

// the next post's form opens as the last one's was, while it is asked again
const lastAnswers = new WeakMap<App, Answer>()

/** What the posts of this post's folder and the blog's own configuration say about its fields. */
export function useCollection(path: PostPath): LearntCollection {
  const app = useApp()
  const blog = openBlogId(app)
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  const [answer, setAnswer] = useState<Answer | undefined>(() => lastAnswers.get(app))
  useEffect(() => {
    let gone = false
    const settle = (learnt: LearntCollection) => {
      const before = lastAnswers.get(app)
      if (
        gone ||
        (before !== undefined && isAnswerFor(before, blog, folder) && isSame(before.learnt, learnt))
      )
        return
      const given = { blog, folder, learnt }
      lastAnswers.set(app, given)
      setAnswer(given)
    }
    const known = lastAnswers.get(app)
    const isWaiting = known === undefined || !isAnswerFor(known, blog, folder)
    const wait = setTimeout(() => isWaiting && settle({ kind: 'unknown' }), longestWaitMs)
    app.client
      .call('posts.describeCollection', { blog, path })
      .then((collection) => settle({ kind: 'known', collection }))
      .catch((error) => {
        settle({ kind: 'unknown' })
        notifyFailure(app.notices, error)
      })
      .finally(() => clearTimeout(wait))
    return () => {
      gone = true
      clearTimeout(wait)
    }
  }, [app, blog, path, folder])
  return answer !== undefined && isAnswerFor(answer, blog, folder) ? answer.learnt : { kind: 'waiting' }
}

/** How the form labels a field of the collection that is shown now; made of the key for one that it does not know. */
export function labelInForm(app: App, key: string): string {
  const learnt = lastAnswers.get(app)?.learnt
  const fields = learnt?.kind === 'known' ? learnt.collection.fields : []
  return fields.find((field) => field.key === key)?.label ?? labelOf(key)
}

function isAnswerFor(answer: Answer, blog: BlogId, folder: string): boolean {
  return answer.blog === blog && answer.folder === folder
}

/** Whether a form would be the same: then nothing is put into its rows' way. */
function isSame(one: LearntCollection, other: LearntCollection): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
