import type { EditorState } from '@codemirror/state'
import type { PostPath } from '#shared/contract/post-path'
import type { EditorUpdate } from '../state/editor-port'
import { bodyStart, frontMatterField } from './front-matter-field'
import { reachableFrom } from './front-matter-fold'

/** What the editor tells of a document; the front matter is read when a listener asks for it. */
export function describeUpdate(
  path: PostPath,
  state: EditorState,
  changes: EditorUpdate['changes'],
  frontMatterChanged: boolean,
): EditorUpdate {
  return {
    path,
    bodyFrom: bodyStart(state),
    changes,
    frontMatterChanged,
    get frontMatter() {
      return state.field(frontMatterField).frontMatter
    },
  }
}

/** Reading this many characters of front matter takes a good part of a frame. */
const longFrontMatter = 10_000

/** Whether front matter is long and typed as text: then it need not be read at every key. */
export function isSlowToRead(state: EditorState): boolean {
  const { located } = state.field(frontMatterField)
  const length = located.kind === 'found' ? located.block.to - located.block.from : 0
  return length > longFrontMatter && reachableFrom(state) === 0
}
