import '@fontsource/ia-writer-quattro/400.css'
import '@fontsource/ia-writer-quattro/700.css'
import '@fontsource/ia-writer-quattro/400-italic.css'
import { isolateHistory, redo, undo } from '@codemirror/commands'
import { Compartment, EditorState, type Extension, Text, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { LineEnding } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { FieldEdit, Refusal, WritingHabit } from '#shared/front-matter/front-matter'
import { describeChange } from '#shared/post/change-receipt'
import { differenceBetween } from '#shared/text/smallest-change'
import type { TextChange } from '#shared/text/text-change'
import { lineEndingOf } from '#shared/text/text-file'
import type { EditorDocument, EditorPort, EditorUpdate } from '../state/editor-port'
import { describeUpdate, isSlowToRead } from './describe-update'
import { differenceField, setDifferences } from './differences/difference-field'
import { goToDifference, repairDifference } from './differences/difference-marks'
import { differsFromDisk, diskTextField, linesEdited, setDiskText } from './disk-text'
import { EditorScroll } from './editor-scroll'
import { fieldChanges } from './field-changes'
import { bodyStart, frontMatterField, locateOptions } from './front-matter-field'
import { clampSelection, foldAgain, reachableFrom, setRawFrontMatter } from './front-matter-fold'
import { goToProblem } from './go-to-problem'
import { toDiskText, toEditorText } from './line-endings'
import { writingSetup } from './writing-setup'

/** Long front matter is told of when the writer pauses. */
const pauseMs = 250

type OpenDocument = {
  readonly document: EditorDocument
  lineEnding: LineEnding
  state: EditorState
  /** Those of the text that the disk is known to hold. */
  diskLineEnding: LineEnding
}

const lineSeparator = new Compartment()
const readOnly = new Compartment()

/** Builds the editor: one CodeMirror view, and one state with its own undo history for each open document. */
export function createEditor(): EditorPort {
  const documents = new Map<PostPath, OpenDocument>()
  const listeners = new Set<(update: EditorUpdate) => void>()
  const differenceListeners = new Set<(count: number) => void>()
  const caretListeners = new Set<(line: number | null) => void>()
  let shown: OpenDocument | null = null
  let raw = false

  const view = new EditorView({
    dispatchTransactions(transactions, target) {
      const before = target.state.field(frontMatterField, false)
      target.update(transactions)
      if (shown === null) return
      shown.state = target.state
      tellCaret()
      const changed = transactions.filter((transaction) => transaction.docChanged)
      const [first, ...rest] = changed
      if (first === undefined) return
      const changes = rest.reduce((all, transaction) => all.compose(transaction.changes), first.changes)
      const list: TextChange[] = []
      changes.iterChanges((from, to, _fromB, _toB, inserted) =>
        list.push({ from, to, insert: inserted.toString() }),
      )
      emit(list, target.state.field(frontMatterField) !== before)
    },
  })
  const scroll = new EditorScroll(view)

  let toldCaret: number | null = null
  const tellCaret = () => {
    const line = shown === null ? null : caretLine(view.state)
    if (line === toldCaret) return
    toldCaret = line
    for (const listener of caretListeners) listener(line)
  }

  const known = (path: PostPath): OpenDocument => {
    const open = documents.get(path)
    if (open === undefined) throw new Error(`${path} is not open in the editor`)
    return open
  }

  const tell = (open: OpenDocument, changes: EditorUpdate['changes'], frontMatterChanged: boolean) => {
    const update = describeUpdate(open.document.path, open.state, changes, frontMatterChanged)
    for (const listener of listeners) listener(update)
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  const emit = (changes: EditorUpdate['changes'], frontMatterChanged: boolean) => {
    if (shown === null) return
    const open = shown
    const waits = frontMatterChanged && changes !== null && isSlowToRead(open.state)
    if (frontMatterChanged) clearTimeout(pause)
    if (waits) pause = setTimeout(() => open === shown && tell(open, [], true), pauseMs)
    tell(open, changes, frontMatterChanged && !waits)
  }

  const showDocument = (open: OpenDocument) => {
    shown = open
    view.setState(open.state)
    showRaw()
    tellCaret()
    emit(null, true)
  }

  const showRaw = () => {
    view.dispatch({ effects: setRawFrontMatter.of(raw) })
    // what was folded away just now may have held the caret
    view.dispatch({ selection: clampSelection(view.state.selection, reachableFrom(view.state)) })
  }

  const dispatchTo = (open: OpenDocument, spec: TransactionSpec) => {
    if (open === shown) view.dispatch(spec)
    else open.state = open.state.update(spec).state
  }

  return {
    dom: view.dom,
    open(document) {
      const state = createState(document)
      const { lineEnding } = document
      const open = { document, lineEnding, state, diskLineEnding: lineEnding }
      documents.set(document.path, open)
      showDocument(open)
    },
    show: (path) => showDocument(known(path)),
    close(path) {
      if (shown?.document.path === path) shown = null
      documents.delete(path)
    },
    textOf(path) {
      const { state, lineEnding } = known(path)
      return toDiskText(state.doc.toString(), lineEnding)
    },
    isDirty: (path) => differsFromDisk(known(path).state),
    describeChange(path) {
      const { state } = known(path)
      const { text } = state.field(diskTextField)
      return describeChange(text.toString(), state.doc.toString(), state.facet(locateOptions))
    },
    editedLines(path) {
      const { state, lineEnding, diskLineEnding } = known(path)
      if ((lineEnding === 'crlf') === (diskLineEnding === 'crlf')) return linesEdited(state)
      return [{ from: 0, to: state.field(diskTextField).text.lines, lines: state.doc.lines }]
    },
    markSaved(path, text) {
      const open = known(path)
      const { doc } = open.state
      const isShown = toDiskText(doc.toString(), open.lineEnding) === text
      open.diskLineEnding = isShown ? open.lineEnding : lineEndingOf(text)
      const editorText = toEditorText(text, open.diskLineEnding)
      // the very same document keeps comparing cheap
      const diskText = isShown ? doc : Text.of(editorText.split('\n'))
      dispatchTo(open, { effects: setDiskText.of(diskText) })
    },
    replaceText(path, text) {
      const open = known(path)
      open.lineEnding = lineEndingOf(text)
      dispatchTo(open, { effects: lineSeparator.reconfigure(separatorFor(open.lineEnding)) })
      const change = differenceBetween(open.state.doc.toString(), toEditorText(text, open.lineEnding))
      if (change === null) return
      const annotations = isolateHistory.of('full')
      const effects = foldAgain.of(null)
      dispatchTo(open, { changes: change, annotations, effects, filter: false, userEvent: 'input.replace' })
      const selection = clampSelection(open.state.selection, reachableFrom(open.state))
      dispatchTo(open, { selection, filter: false })
    },
    setReadOnly(path, isReadOnly) {
      const open = known(path)
      if (open.state.readOnly === isReadOnly) return
      dispatchTo(open, { effects: readOnly.reconfigure(readOnlyFor(isReadOnly)) })
    },
    editField: (edit, habit) => (shown === null || view.state.readOnly ? null : editField(view, edit, habit)),
    undo: () => void undo(view),
    redo: () => void redo(view),
    focus: () => view.focus(),
    setRaw(next) {
      raw = next
      if (shown !== null) showRaw()
    },
    reveal(offset) {
      const anchor = Math.min(offset, view.state.doc.length)
      view.dispatch({ selection: { anchor }, scrollIntoView: true })
      view.focus()
    },
    setDifferences(differences) {
      if (shown === null) return
      view.dispatch({ effects: setDifferences.of(differences) })
      for (const listener of differenceListeners) listener(view.state.field(differenceField).length)
    },
    onDifferences(listener) {
      differenceListeners.add(listener)
      return () => differenceListeners.delete(listener)
    },
    goToDifference: (direction) => shown !== null && goToDifference(view, direction),
    repairDifference: () => shown !== null && repairDifference(view),
    goToProblem: (direction) => shown !== null && goToProblem(view, direction),
    snapshot: () => (shown === null ? null : describeUpdate(shown.document.path, shown.state, null, false)),
    body: () => (shown === null ? '' : shown.state.sliceDoc(bodyStart(shown.state))),
    onUpdate(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readLine: () => scroll.readLine(),
    scrollToLine: (line) => shown !== null && scroll.scrollToLine(line),
    onReadLine: (listener) => scroll.onScroll((line) => shown !== null && listener(line)),
    caretLine: () => (shown === null ? null : caretLine(view.state)),
    onCaretLine(listener) {
      caretListeners.add(listener)
      return () => caretListeners.delete(listener)
    },
  }
}

function createState(document: EditorDocument): EditorState {
  const state = EditorState.create({
    doc: toEditorText(document.text, document.lineEnding),
    extensions: [
      locateOptions.of(document.locate),
      lineSeparator.of(separatorFor(document.lineEnding)),
      readOnly.of(readOnlyFor(document.readOnly)),
      diskTextField,
      writingSetup(document),
    ],
  })
  return state.update({ selection: { anchor: reachableFrom(state) } }).state
}

/** A file that mixes endings is split at `\n` alone, so that each `\r` stays in the text. */
function separatorFor(lineEnding: LineEnding): Extension {
  return lineEnding === 'mixed' ? EditorState.lineSeparator.of('\n') : []
}

function readOnlyFor(isReadOnly: boolean): Extension {
  return isReadOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []
}

function editField(view: EditorView, edit: FieldEdit, habit?: WritingHabit): Refusal | null {
  const result = fieldChanges(view.state, edit, habit)
  if (result.kind === 'refused') return result.refusal
  if (result.changes.length === 0) return null
  view.dispatch({
    changes: result.changes,
    filter: false,
    userEvent: 'input.type.field',
    // keys typed one after the other are one step of undo; what a button does is a step of its own
    ...(edit.kind === 'set' ? {} : { annotations: isolateHistory.of('full') }),
  })
  return null
}

/** The body's line, counted from 0, that the caret stands in; null above the body. */
function caretLine(state: EditorState): number | null {
  const { head } = state.selection.main
  const from = Math.min(bodyStart(state), state.doc.length)
  return head < from ? null : state.doc.lineAt(head).number - state.doc.lineAt(from).number
}
