import { deleteCharBackward, history, moveLineUp, selectAll, undo } from '@codemirror/commands'
import { EditorSelection, EditorState, type Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import { frontMatterField, locateOptions } from '../../../renderer/editor/front-matter-field'
import { frontMatterFold, reachableFrom, setRawFrontMatter } from '../../../renderer/editor/front-matter-fold'

const post = '---\ntitle: Tea\n---\n\nBody'
const bodyFrom = post.indexOf('Body')

function open(doc: string, openerless = false): EditorState {
  return EditorState.create({
    doc,
    selection: { anchor: doc.length },
    extensions: [locateOptions.of({ openerless }), frontMatterField, frontMatterFold, history()],
  })
}

/** Runs a CodeMirror command; the ones used here ask nothing of a view but this. */
function run(state: EditorState, command: (view: EditorView) => boolean) {
  let result = state
  const dispatch = (transaction: Transaction) => {
    result = transaction.state
  }
  command({ state, dispatch } as unknown as EditorView)
  return result
}

const typeAt = (state: EditorState, position: number, text: string) =>
  state.update({ changes: { from: position, insert: text }, userEvent: 'input.type' }).state.doc.toString()

describe('with the front matter folded away', () => {
  test('the text begins after the blank lines below the front matter', () => {
    expect(reachableFrom(open(post))).toBe(bodyFrom)
  })

  test('opener-less front matter folds where the site has it', () => {
    const text = 'title: Tea\n...\n\nBody'
    expect(reachableFrom(open(text, true))).toBe(text.indexOf('Body'))
    expect(reachableFrom(open(text))).toBe(0)
  })

  test('selecting all selects the body alone', () => {
    const { main } = run(open(post), selectAll).selection
    expect([main.from, main.to]).toEqual([bodyFrom, post.length])
  })

  test('deleting all that is selected leaves the front matter', () => {
    const state = run(open(post), selectAll)
    const { main } = state.selection
    const after = state.update({ changes: { from: main.from, to: main.to }, userEvent: 'delete' }).state
    expect(after.doc.toString()).toBe(post.slice(0, bodyFrom))
  })

  test('Backspace at the body’s first character changes nothing', () => {
    const state = open(post).update({ selection: EditorSelection.cursor(bodyFrom) }).state
    expect(run(state, deleteCharBackward).doc.toString()).toBe(post)
  })

  test('a deletion that reaches into the front matter takes the body’s part only', () => {
    const state = open(post)
    const after = state.update({ changes: { from: 2, to: bodyFrom + 2 }, userEvent: 'delete' }).state
    expect(after.doc.toString()).toBe(`${post.slice(0, bodyFrom)}dy`)
  })

  test('typing at the body’s first character goes in before it', () => {
    expect(typeAt(open(post), bodyFrom, 'My ')).toBe(post.replace('Body', 'My Body'))
  })

  test('the caret cannot be put into the folded lines', () => {
    expect(open(post).update({ selection: EditorSelection.cursor(0) }).state.selection.main.head).toBe(
      bodyFrom,
    )
  })

  test('text typed behind a closing delimiter without a line break begins a line', () => {
    const bare = '---\ntitle: Tea\n---'
    expect(typeAt(open(bare), bare.length, 'B')).toBe(`${bare}\nB`)
  })

  test('a fresh state’s caret is in the body, and Enter there leaves the front matter alone', () => {
    const state = open(post)
    expect(typeAt(state, 0, '\n')).toBe(`${post.slice(0, bodyFrom)}\nBody`)
  })

  test('deleting the first paragraph leaves a place to write in', () => {
    const text = `${post.slice(0, bodyFrom)}Tea\n\nMore`
    const emptied = open(text).update({
      changes: { from: bodyFrom, to: bodyFrom + 3 },
      userEvent: 'delete',
    }).state
    expect(typeAt(emptied, bodyFrom, 'Ink')).toBe(`${post.slice(0, bodyFrom)}Ink\n\nMore`)
  })

  test('a blank line made at the body’s beginning can be taken away again', () => {
    const opened = open(post).update({ changes: { from: bodyFrom, insert: '\n' }, userEvent: 'input' }).state
    const back = opened.update({ selection: EditorSelection.cursor(bodyFrom + 1) }).state
    expect(run(back, deleteCharBackward).doc.toString()).toBe(post)
  })

  test('text dropped onto the folded lines goes nowhere rather than away', () => {
    const dropped = open(post).update({
      changes: [
        { from: 0, insert: 'Bo' },
        { from: bodyFrom, to: bodyFrom + 2 },
      ],
      userEvent: 'move.drop',
    }).state
    expect(dropped.doc.toString()).toBe(post)
  })

  test('moving the first line up does not tear the closing delimiter away', () => {
    const state = EditorState.create({
      doc: '---\ntitle: Tea\n---\nBody',
      selection: { anchor: 22 },
      extensions: [frontMatterField, frontMatterFold],
    })
    expect(run(state, moveLineUp).doc.toString()).toBe('---\ntitle: Tea\n---\nBody')
  })

  test('taking the line break behind a closing delimiter away is refused', () => {
    const state = open('---\ntitle: Tea\n---\nB').update({ selection: EditorSelection.cursor(19) }).state
    expect(run(state, deleteCharBackward).doc.toString()).toBe('---\ntitle: Tea\n---\nB')
  })

  test('a form’s edit reaches the front matter, and undo takes it back', () => {
    const state = open(post)
    const edited = state.update({
      changes: { from: 11, to: 14, insert: 'Ink' },
      filter: false,
      userEvent: 'input.type.field',
    }).state
    expect(edited.doc.toString()).toBe(post.replace('Tea', 'Ink'))
    expect(run(edited, undo).doc.toString()).toBe(post)
  })
})

test('in the raw view everything can be edited', () => {
  const raw = open(post).update({ effects: setRawFrontMatter.of(true) }).state
  expect(typeAt(raw, 14, '!')).toBe(post.replace('Tea', 'Tea!'))
})

test('front matter that cannot be read is never folded', () => {
  expect(reachableFrom(open('---\ntitle: [a\n---\nBody'))).toBe(0)
})

test('a character right behind a closing delimiter makes it none, and the form hears of it', () => {
  const raw = open('---\ntitle: Tea\n---').update({ effects: setRawFrontMatter.of(true) }).state
  const torn = raw.update({ changes: { from: 18, insert: 'x' }, userEvent: 'input.type' }).state
  expect(torn.field(frontMatterField).located.kind).not.toBe('found')
})
