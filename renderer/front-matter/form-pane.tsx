import { useSyncExternalStore } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import { useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { FormBar } from './form-bar'
import { FormFields } from './form-fields'
import styles from './form-pane.module.css'
import { NoFrontMatter } from './no-front-matter'
import { useCollection } from './use-collection'
import { useSharedFrontMatter } from './use-shared-front-matter'

type FormPaneProps = { readonly editor: EditorPort; readonly path: PostPath }

/** The post's front matter as a form. It reads the text and changes the text; nothing is kept here. */
export function FormPane({ editor, path }: FormPaneProps) {
  const layout = useAppState('preferences', ({ layout }) => layout)
  const frontMatter = useSharedFrontMatter(editor)
  const isShown = useShownPath(editor) === path
  const learnt = useCollection(path)
  const raw = layout.frontMatter === 'raw'
  return (
    <section className={styles.pane} aria-label={frontMatterStrings.form}>
      <FormBar />
      {layout.formOpen && !raw && frontMatter.kind === 'fields' && isShown ? (
        <FormFields editor={editor} path={path} fields={frontMatter.fields} learnt={learnt} />
      ) : null}
      {frontMatter.kind === 'unreadable' ? (
        <div className={styles.unreadable} role="alert">
          <p>
            {frontMatterStrings.unreadable}{' '}
            {frontMatterStrings.unreadableAt(frontMatter.line, frontMatter.message)}
          </p>
          <Button onPress={() => editor.reveal(frontMatter.offset)}>{frontMatterStrings.goThere}</Button>
        </div>
      ) : null}
      {frontMatter.kind === 'none' && layout.formOpen && isShown ? (
        <NoFrontMatter editor={editor} path={path} learnt={learnt} />
      ) : null}
    </section>
  )
}

/** The post whose front matter is read; the editor shows the next one a moment before the window does. */
function useShownPath(editor: EditorPort): PostPath | null {
  return useSyncExternalStore(
    (changed) => editor.onUpdate(({ frontMatterChanged }) => frontMatterChanged && changed()),
    () => editor.snapshot()?.path ?? null,
  )
}
