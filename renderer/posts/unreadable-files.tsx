import type { PostList } from '#shared/contract/post'
import { postStrings } from '../strings/posts'
import styles from './post-sidebar.module.css'

/** The files that could not be read, each with its reason. */
export function UnreadableFiles({ files }: { readonly files: PostList['unreadable'] }) {
  return files.length === 0 ? null : (
    <details className={styles.unreadable}>
      <summary>{postStrings.unreadable(files.length)}</summary>
      <ul>
        {files.map(({ path, message }) => (
          <li key={path}>
            {path}: {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
