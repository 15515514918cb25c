import ChevronDown from 'lucide-react/dist/esm/icons/chevron-down.mjs'
import ChevronRight from 'lucide-react/dist/esm/icons/chevron-right.mjs'
import Code from 'lucide-react/dist/esm/icons/code.mjs'
import { useSyncExternalStore } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { toggleForm, toggleRaw } from '../actions/view-actions'
import { useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { currentPost } from '../state/session'
import { frontMatterStrings } from '../strings/front-matter'
import { ActionButton } from '../ui/action-button'
import { Button } from '../ui/button'
import { FieldRow } from './field-row'
import styles from './form-pane.module.css'
import { useCollection } from './use-collection'

/** The post's front matter as a form. It reads the text and changes the text; nothing is kept here. */
export function FormPane({ editor, path }: { readonly editor: EditorPort; readonly path: PostPath }) {
  const layout = useAppState('preferences', ({ layout }) => layout)
  const frontMatter = useFrontMatter(editor)
  const shownPath = useShownPath(editor)
  const raw = layout.frontMatter === 'raw'
  const showsFields = layout.formOpen && !raw && frontMatter.kind === 'fields'
  return (
    <section className={styles.pane} aria-label={frontMatterStrings.form}>
      <div className={styles.bar}>
        <ActionButton
          action={{
            ...toggleForm,
            label: layout.formOpen ? frontMatterStrings.hideForm : frontMatterStrings.openForm,
          }}
          kind="bare"
          icon={
            layout.formOpen ? (
              <ChevronDown size={14} aria-hidden="true" />
            ) : (
              <ChevronRight size={14} aria-hidden="true" />
            )
          }
        />
        <ActionButton
          action={{ ...toggleRaw, label: raw ? frontMatterStrings.showForm : frontMatterStrings.showText }}
          kind="bare"
          aria-pressed={raw}
          icon={<Code size={14} aria-hidden="true" />}
        />
      </div>
      {showsFields && shownPath === path ? (
        <Fields editor={editor} path={path} frontMatter={frontMatter} />
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
      {frontMatter.kind === 'none' && layout.formOpen ? (
        <p className={styles.none}>{frontMatterStrings.none}</p>
      ) : null}
    </section>
  )
}

type FieldsProps = {
  readonly editor: EditorPort
  readonly path: PostPath
  readonly frontMatter: Extract<FrontMatter, { kind: 'fields' }>
}

function Fields({ editor, path, frontMatter }: FieldsProps) {
  const collection = useCollection(path)
  const isReadOnly = useAppState('session', (state) => currentPost(state)?.access.kind === 'read-only')
  return (
    <div className={styles.fields}>
      {frontMatter.fields.map((field, index) => (
        <FieldRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may stand twice; each is a field of its own
          key={`${path} ${field.key} ${index}`}
          path={path}
          field={field}
          schema={collection.get(field.key)}
          editor={editor}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  )
}

const noFrontMatter: FrontMatter = { kind: 'none' }

function useFrontMatter(editor: EditorPort): FrontMatter {
  return useSyncExternalStore(
    (changed) => editor.onUpdate(({ frontMatterChanged }) => frontMatterChanged && changed()),
    () => editor.snapshot()?.frontMatter ?? noFrontMatter,
  )
}

/** The post whose front matter `useFrontMatter` gives; the editor shows the next one a moment before the window does. */
function useShownPath(editor: EditorPort): PostPath | null {
  return useSyncExternalStore(
    (changed) => editor.onUpdate(({ frontMatterChanged }) => frontMatterChanged && changed()),
    () => editor.snapshot()?.path ?? null,
  )
}
