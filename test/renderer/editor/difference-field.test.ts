import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { createDifferenceFinder } from '#shared/markdown/differences/find-differences'
import { differenceField, setDifferences } from '../../../renderer/editor/differences/difference-field'
import { frontMatterField, locateOptions } from '../../../renderer/editor/front-matter-field'

const header = '---\ntitle: A\n---\n'
const body = 'One.\n\n##Two\n'

/** A document with its marks. */
function markedState(): EditorState {
  const state = EditorState.create({
    doc: header + body,
    extensions: [
      locateOptions.of({ openerless: false, pelican: false, generator: null }),
      frontMatterField,
      differenceField,
    ],
  })
  const differences = createDifferenceFinder('python-markdown').find(body)
  return state.update({ effects: setDifferences.of(differences) }).state
}

const lineOf = (state: EditorState, at: number | undefined): string => state.doc.lineAt(at ?? 0).text

test('marks stand in the document behind its front matter', () => {
  const state = markedState()
  const [mark, ...rest] = state.field(differenceField)
  expect(rest).toEqual([])
  expect(lineOf(state, mark?.at)).toBe('##Two')
  const repaired = state.update({ changes: mark?.repair?.change ?? [] }).state
  expect(repaired.doc.toString()).toBe(`${header}One.\n\n## Two\n`)
})

test('marks go along with the text when something is written above them', () => {
  const state = markedState().update({ changes: { from: header.length, insert: 'Zero.\n\n' } }).state
  const [mark] = state.field(differenceField)
  expect(lineOf(state, mark?.at)).toBe('##Two')
  const repaired = state.update({ changes: mark?.repair?.change ?? [] }).state
  expect(repaired.doc.toString()).toBe(`${header}Zero.\n\nOne.\n\n## Two\n`)
})

test('a repair is no longer offered where its place was touched', () => {
  const first = markedState()
  const from = first.field(differenceField)[0]?.repair?.change.from ?? 0
  const state = first.update({ changes: { from, insert: ' ' } }).state
  expect(state.field(differenceField)[0]?.repair).toBeNull()
})
