import type { PostPath } from '#shared/contract/post-path'
import type { EditorPort } from '../state/editor-port'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-pane.module.css'
import type { LearntCollection } from './use-collection'

type NoFrontMatterProps = {
  readonly editor: EditorPort
  readonly path: PostPath
  readonly learnt: LearntCollection
}

/** Says that a post has no front matter. */
export function NoFrontMatter(_props: NoFrontMatterProps) {
  return <p className={styles.none}>{frontMatterStrings.none}</p>
}
