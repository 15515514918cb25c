import { useState } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import { addFrontMatter } from '#shared/front-matter/add-front-matter'
import type { Dialect, EditResult } from '#shared/front-matter/front-matter'
import { habitOf } from '#shared/front-matter/writing-habit'
import { applyTextChanges } from '#shared/text/text-change'
import { lineEndingOf } from '#shared/text/text-file'
import { useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { currentPost } from '../state/session'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { focusField } from './focus-field'
import styles from './form-pane.module.css'
import { newValues } from './new-field'
import type { LearntCollection } from './use-collection'

type NoFrontMatterProps = {
  readonly editor: EditorPort
  readonly path: PostPath
  readonly learnt: LearntCollection
}

/** A post without front matter, which can get some: with what its collection requires, in the collection's language. */
export function NoFrontMatter({ editor, path, learnt }: NoFrontMatterProps) {
  const isReadOnly = useAppState('session', (state) => currentPost(state)?.access.kind === 'read-only')
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = () => {
    if (learnt.kind === 'waiting') return
    const schemas = learnt.kind === 'known' ? learnt.collection.fields : []
    const dialect = learnt.kind === 'known' ? (learnt.collection.dialect as Dialect) : 'yaml'
    const keys = firstKeys(schemas)
    const text = editor.textOf(path)
    const result = withFields(text, dialect, schemas, keys)
    if (result.kind === 'refused') return setRefusal(result.refusal.message)
    editor.replaceText(path, applyTextChanges(text, result.changes))
    focusField(keys.slice(0, 1))
  }
  return (
    <div className={styles.none}>
      <p>{frontMatterStrings.none}</p>
      {isReadOnly ? null : <Button onPress={add}>{frontMatterStrings.addFrontMatter}</Button>}
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </div>
  )
}

/** What is required, a title where nothing is. */
function firstKeys(schemas: readonly FieldSchema[]): readonly string[] {
  const required = schemas.filter(({ isRequired }) => isRequired).map(({ key }) => key)
  return required.length === 0 ? ['title'] : required
}

function withFields(
  text: string,
  dialect: Dialect,
  schemas: readonly FieldSchema[],
  keys: readonly string[],
): EditResult {
  const lineEnding = lineEndingOf(text) === 'crlf' ? '\r\n' : '\n'
  const added = keys.map((key) => [key, newValues(schemas.find((schema) => schema.key === key))] as const)
  const attempt = (way: 'first' | 'last') => {
    const entries = added.flatMap(([key, ways]) => {
      const value = ways.at(way === 'first' ? 0 : -1)
      return value === undefined ? [] : [[key, value] as const]
    })
    return addFrontMatter(text, dialect, entries, lineEnding, habitOf(undefined, schemas))
  }
  const result = attempt('first')
  return result.kind === 'changed' ? result : attempt('last')
}
