import { useCallback, useEffectEvent, useId, useLayoutEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { FieldSchema } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import type { Field } from '#shared/front-matter/front-matter'
import { useApp, useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { formView } from '../state/form-view'
import { currentPost } from '../state/session'
import { AddField } from './add-field'
import { arrangeFields } from './arrange-fields'
import { CollectionProblems } from './collection-problems'
import { FieldRows } from './field-group'
import { focusedField } from './focus-field'
import styles from './form-fields.module.css'
import { createFormPort } from './form-port'
import { MoreButton } from './more-button'
import { undoInForm } from './undo-in-form'
import type { LearntCollection } from './use-collection'

type FormFieldsProps = {
  readonly editor: EditorPort
  readonly path: PostPath
  readonly fields: readonly Field[]
  readonly learnt: LearntCollection
}

const root: readonly string[] = []
const noSchemas: readonly FieldSchema[] = []

const openMore = (isMoreOpen: boolean) => formView.setState({ isMoreOpen })

/** A post's fields in the order and under the headings of its collection, what is rarely used folded away. */
export function FormFields({ editor, path, fields, learnt }: FormFieldsProps) {
  const app = useApp()
  const moreId = useId()
  const isReadOnly = useAppState('session', (state) => currentPost(state)?.access.kind === 'read-only')
  const isMoreOpen = useStore(formView, (view) => view.isMoreOpen)
  const collection = learnt.kind === 'known' ? learnt.collection : null
  const schemas = collection?.fields ?? noSchemas
  const postCount = collection?.postCount ?? 0
  const form = useMemo(
    () => createFormPort(app, editor, { path, isReadOnly, postCount }),
    [app, editor, path, isReadOnly, postCount],
  )
  const { sections, more } = useMemo(() => arrangeFields(fields, schemas), [fields, schemas])
  const followFocus = useEffectEvent(() => {
    const focused = focusedField()
    if (focused !== null && app.preferences.getState().layout.frontMatter === 'raw') form.showText(focused)
  })
  // when the form gives way to the text, the caret goes where the focus was
  useLayoutEffect(() => () => followFocus(), [])
  const followUndo = useCallback(
    (form: HTMLElement | null) => (form === null ? undefined : undoInForm(form, editor)),
    [editor],
  )
  if (learnt.kind === 'waiting') return <div className={styles.form} data-form="" aria-busy="true" />
  const rows = { form, parent: root, schemas, depth: 0 }
  return (
    <div ref={followUndo} className={styles.form} data-form="">
      {sections.map(({ group, entries }) => (
        <section
          key={group ?? ''}
          className={styles.section}
          {...(group === null ? {} : { 'aria-label': group })}
        >
          {group === null ? null : <h3 className={styles.heading}>{group}</h3>}
          <FieldRows {...rows} entries={entries} />
        </section>
      ))}
      <div className={styles.foot}>
        {more.length === 0 ? null : (
          <MoreButton count={more.length} controls={moreId} isOpen={isMoreOpen} onOpen={openMore} />
        )}
        <AddField form={form} parent={root} fields={fields} schemas={schemas} label={null} />
      </div>
      <div id={moreId} hidden={!isMoreOpen}>
        {isMoreOpen ? <FieldRows {...rows} entries={more} /> : null}
      </div>
      {collection === null ? null : <CollectionProblems problems={collection.problems} />}
    </div>
  )
}
