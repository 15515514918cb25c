import type { LineEdit } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type {
  FieldEdit,
  FrontMatter,
  LocateOptions,
  Refusal,
  WritingHabit,
} from '#shared/front-matter/front-matter'
import type { Difference } from '#shared/markdown/differences/difference'
import type { ChangeReceipt } from '#shared/post/change-receipt'
import type { TextChange } from '#shared/text/text-change'

/** A document to be opened in the editor. */
export type EditorDocument = {
  readonly path: PostPath
  /** As on disk, with its line endings. */
  readonly text: string
  readonly lineEnding: 'lf' | 'crlf' | 'mixed'
  readonly readOnly: boolean
  readonly locate: LocateOptions
}

/** What the editor tells of the document it shows. Computed from the text, never stored beside it. */
export type EditorSnapshot = {
  readonly path: PostPath
  readonly frontMatter: FrontMatter
  /** Where the body begins, an offset into the editor's text. */
  readonly bodyFrom: number
}

/** One update of the shown document. */
export type EditorUpdate = EditorSnapshot & {
  /** null: another document is shown, or its text was replaced as a whole. */
  readonly changes: readonly TextChange[] | null
  /** The front matter's text is not what it was. Where it is long and typed as text, told when the writer pauses. */
  readonly frontMatterChanged: boolean
}

/**
 * The editor as the state sees it: it alone owns text, selection and undo, for every open document. Loaded on first use, so that
 * nothing here drags CodeMirror into the initial chunk.
 */
export type EditorPort = {
  /** What the text pane shows. */
  readonly dom: HTMLElement
  /** Takes a document in (again: from scratch) and shows it. */
  open(document: EditorDocument): void
  /** Shows a document taken in before, with its text, selection and undo as they were left. */
  show(path: PostPath): void
  close(path: PostPath): void
  /** A document's text with the line endings of its file. */
  textOf(path: PostPath): string
  /** Whether a document differs from what the disk is known to hold. */
  isDirty(path: PostPath): boolean
  /** What a save would change in the text that the disk is known to hold. */
  describeChange(path: PostPath): ChangeReceipt
  /** The lines of the text on disk that the writer edited, in order; outside them the document has the same lines. */
  editedLines(path: PostPath): readonly LineEdit[]
  /** The disk now holds `text` (line endings as on disk) for this document. */
  markSaved(path: PostPath, text: string): void
  /** Makes the document's text `text`, with the line endings that it has, touching only what differs; one undo step. */
  replaceText(path: PostPath, text: string): void
  /** Takes a document's text from the writer's hands, or gives it back. */
  setReadOnly(path: PostPath, isReadOnly: boolean): void
  /** The smallest text change for a form's edit, as one undo step; a refusal changes nothing. Without `habit` the file's own counts alone. */
  editField(edit: FieldEdit, habit?: WritingHabit): Refusal | null
  /** Takes back the shown document's last change, wherever it was made. */
  undo(): void
  /** Makes the change again that was last taken back. */
  redo(): void
  focus(): void
  /** Shows the front matter as text, or folds it away. */
  setRaw(raw: boolean): void
  /** Puts the caret at an offset of the text and scrolls it into view. */
  reveal(offset: number): void
  /**
   * Selects the next or previous problem from the caret on that is in view, and explains it; behind the last one comes the first. False
   * when there is none.
   */
  goToProblem(direction: 'next' | 'previous'): boolean
  /** Marks the shown document's body where it reads otherwise than on GitHub; offsets are the body's. The marks follow edits. */
  setDifferences(differences: readonly Difference[]): void
  /** Tells how many marks the shown document has, whenever that changes. */
  onDifferences(listener: (count: number) => void): () => void
  /** Puts the caret at a mark, seen from the caret, and explains it; behind the last one comes the first. False when there is none. */
  goToDifference(direction: 'first' | 'next' | 'previous'): boolean
  /** Makes the change that the mark on the caret's line or the explained one offers. False when it offers none. */
  repairDifference(): boolean
  snapshot(): EditorSnapshot | null
  /** The shown document's body, lines ended by `\n`. */
  body(): string
  onUpdate(listener: (update: EditorUpdate) => void): () => void
  /**
   * The line of the shown body that is being read, counted from 0; a fraction is how far it is scrolled past. The first belongs to the text's one
   * end and the number of lines to its other.
   */
  readLine(): number
  /** Scrolls until `line` is the one that is being read. */
  scrollToLine(line: number): void
  /** Tells the line that is being read whenever the text is scrolled, but not by `scrollToLine`. */
  onReadLine(listener: (line: number) => void): () => void
  /** The line of the body that the caret stands in, counted from 0; null above the body. */
  caretLine(): number | null
  /** Tells `caretLine` whenever it is another. */
  onCaretLine(listener: (line: number | null) => void): () => void
}
