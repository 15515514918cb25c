import { useMemo } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import { willItPublish } from '#shared/post/will-it-publish'
import { useAppState } from '../shell/app-context'
import { postStrings } from '../strings/posts'
import { WithCode } from '../ui/with-code'
import styles from './publish-answer.module.css'

/** Whether the post will be published as it is saved, and what would stop the site's build. It changes with the list, not with each key. */
export function PublishAnswer({ path }: { readonly path: PostPath }) {
  const list = useAppState('posts', ({ list }) => list)
  const post = useMemo(
    () => (list.kind === 'listed' ? list.posts.find((listed) => listed.path === path) : undefined),
    [list, path],
  )
  const answer = post === undefined ? null : willItPublish(post)
  return (
    <section className={styles.answer} aria-label={postStrings.willItPublish}>
      <div role="status">
        {answer === null ? (
          <p>{list.kind === 'loading' ? postStrings.loading : postStrings.notListed}</p>
        ) : (
          <p className={styles.words} title={answer.words.replaceAll('`', '')}>
            <i className={`${styles.dot} ${styles[answer.tone]}`} aria-hidden="true" />
            <span>
              <WithCode>{answer.words}</WithCode>
            </span>
          </p>
        )}
        {post === undefined || post.problems.length === 0 ? null : (
          <ul className={styles.problems}>
            {post.problems.map((problem) => (
              <li key={problem}>
                <WithCode>{problem}</WithCode>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
