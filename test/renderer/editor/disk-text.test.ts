import { history, redo, undo } from '@codemirror/commands'
import { EditorState, Text, type Transaction, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineEdit } from '#shared/contract/post'
import { findUneditedChange } from '#shared/text/line-edits'
import { differenceBetween } from '#shared/text/smallest-change'
import { lineEndingOf } from '#shared/text/text-file'
import { differsFromDisk, diskTextField, linesEdited, setDiskText } from '../../../renderer/editor/disk-text'
import { toDiskText, toEditorText } from '../../../renderer/editor/line-endings'

function open(text: string): EditorState {
  const lineEnding = lineEndingOf(text)
  const separator = lineEnding === 'mixed' ? [EditorState.lineSeparator.of('\n')] : []
  const doc = toEditorText(text, lineEnding)
  return EditorState.create({ doc, extensions: [separator, diskTextField, history({ newGroupDelay: 0 })] })
}

const edited = (state: EditorState, ...specs: TransactionSpec[]) =>
  specs.reduce((now, spec) => now.update(spec).state, state)

function run(state: EditorState, command: typeof undo): EditorState {
  let result = state
  const dispatch = (transaction: Transaction) => {
    result = transaction.state
  }
  command({ state, dispatch } as unknown as EditorView)
  return result
}

describe('the edited lines', () => {
  const state = open('one\ntwo\nthree\nfour\n')
  const linesAfter = (...specs: TransactionSpec[]): readonly LineEdit[] =>
    linesEdited(edited(state, ...specs))

  test('are none at first', () => expect(linesAfter()).toEqual([]))

  test('are those typed in, apart from each other', () => {
    const specs = [{ changes: { from: 1, insert: 'x' } }, { changes: { from: 10, insert: 'y' } }]
    expect(linesAfter(...specs)).toEqual([
      { from: 0, to: 1, lines: 1 },
      { from: 2, to: 3, lines: 1 },
    ])
  })

  test('are none where a whole line came', () => {
    expect(linesAfter({ changes: { from: 4, insert: 'new\n' } })).toEqual([{ from: 1, to: 1, lines: 1 }])
  })

  test('are those that went', () => {
    expect(linesAfter({ changes: { from: 4, to: 8 } })).toEqual([{ from: 1, to: 2, lines: 0 }])
  })

  test('are both of two that were joined', () => {
    expect(linesAfter({ changes: { from: 3, to: 4 } })).toEqual([{ from: 0, to: 2, lines: 1 }])
  })

  test('are counted once where one line has two changes', () => {
    const changes = [
      { from: 0, insert: 'a\n' },
      { from: 1, to: 2 },
      { from: 3, insert: 'z' },
    ]
    expect(linesAfter({ changes })).toEqual([{ from: 0, to: 1, lines: 2 }])
  })

  test('are none any more when the text was saved or the edit undone', () => {
    const typed = edited(state, { changes: { from: 1, insert: 'x' } })
    expect(linesEdited(edited(typed, { effects: setDiskText.of(typed.doc) }))).toEqual([])
    expect(linesEdited(run(typed, undo))).toEqual([])
    expect(differsFromDisk(run(typed, undo))).toBe(false)
  })

  test('after a save are counted in the text that was saved', () => {
    const saved = edited(state, { changes: { from: 0, insert: 'zero\n' } })
    const typed = edited(saved, { effects: setDiskText.of(saved.doc) }, { changes: { from: 6, insert: 'x' } })
    expect(linesEdited(typed)).toEqual([{ from: 1, to: 2, lines: 1 }])
  })

  test('are the difference when another text is on disk than the document was made from', () => {
    const other = edited(state, { effects: setDiskText.of(Text.of(['one', 'two', '3', 'four', ''])) })
    expect(linesEdited(other)).toEqual([{ from: 2, to: 3, lines: 1 }])
  })
})

const piece = fc.constantFrom(
  'a',
  'b',
  'word ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  'line\n',
  '# x\n',
  '😀',
  '\u2028',
)
const pieces = (maxLength: number) => fc.array(piece, { maxLength }).map((all) => all.join(''))
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(6),
      text: pieces(3),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'save' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), text: pieces(12) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disk' as const), text: pieces(12) }) },
)

test('whatever is typed, undone, restored and saved, the guard lets every save pass', () => {
  fc.assert(
    fc.property(pieces(20), fc.array(step, { maxLength: 20 }), (text, steps) => {
      const lineEnding = lineEndingOf(text)
      let state = open(text)
      let disk = text
      const check = () => {
        const now = toDiskText(state.doc.toString(), lineEnding)
        expect(findUneditedChange(disk, now, linesEdited(state))).toBeNull()
        return now
      }
      const inEditor = (other: string) =>
        Text.of(toEditorText(other, lineEnding).split(lineEnding === 'mixed' ? '\n' : /\r\n?|\n/))
      for (const next of steps) {
        if (next.kind === 'type') {
          const from = Math.round(next.at * state.doc.length)
          const to = Math.min(from + next.length, state.doc.length)
          state = edited(state, { changes: { from, to, insert: next.text } })
        } else if (next.kind === 'undo' || next.kind === 'redo') {
          state = run(state, next.kind === 'undo' ? undo : redo)
        } else if (next.kind === 'save') {
          disk = check()
          state = edited(state, { effects: setDiskText.of(state.doc) })
        } else if (next.kind === 'replace') {
          const change = differenceBetween(state.doc.toString(), inEditor(next.text).toString())
          if (change !== null) state = edited(state, { changes: change })
        } else {
          disk = toDiskText(inEditor(next.text).toString(), lineEnding)
          state = edited(state, { effects: setDiskText.of(inEditor(next.text)) })
        }
        check()
      }
    }),
    { numRuns: 1000 },
  )
})

test('typing in a long post is followed in far less time than a frame', () => {
  let state = open('A line of a long post, as long as such lines are.\n'.repeat(20_000))
  // a thousand edits all over the text, as replacing a word leaves them
  const changes = Array.from({ length: 1000 }, (_, index) => ({ from: index * 1000, insert: 'x' }))
  state = edited(state, { changes })
  const started = performance.now()
  for (let typed = 0; typed < 100; typed += 1)
    state = edited(state, { changes: { from: 500_000 + typed, insert: 'y' } })
  expect((performance.now() - started) / 100).toBeLessThan(8)
  expect(linesEdited(state).length).toBeGreaterThan(900)
})
