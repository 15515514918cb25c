import { useEffect, useState } from 'react'
import type { FieldSchema } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { useApp } from '../shell/app-context'
import { notifyFailure } from '../state/notices'
import { openBlogId } from '../state/session'

const nothingLearnt: ReadonlyMap<string, FieldSchema> = new Map()

/** What the posts of this post's folder teach about its fields, by key. Empty until it is known. */
export function useCollection(path: PostPath): ReadonlyMap<string, FieldSchema> {
  const app = useApp()
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  const [learnt, setLearnt] = useState<{ folder: string; fields: ReadonlyMap<string, FieldSchema> } | null>(
    null,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the posts of one folder teach the same
  useEffect(() => {
    let gone = false
    app.client
      .call('posts.describeCollection', { blog: openBlogId(app), path })
      .then(({ fields }) => {
        if (!gone) setLearnt({ folder, fields: new Map(fields.map((field) => [field.key, field])) })
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      gone = true
    }
  }, [app, folder])
  return learnt?.folder === folder ? learnt.fields : nothingLearnt
}
