import { history } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, highlightActiveLine, placeholder } from '@codemirror/view'
import { minimalSetup } from 'codemirror'
import type { EditorDocument } from '../state/editor-port'
import { editorStrings } from '../strings/editor'
import { differenceMarks } from './differences/difference-marks'
import { editorTheme } from './editor-theme'
import { frontMatterField } from './front-matter-field'
import { frontMatterFold } from './front-matter-fold'
import { showFrontMatterProblems } from './front-matter-problems'
import { problemExplanation } from './go-to-problem'
import { highlightStyle } from './highlight-style'
import { postLanguage } from './post-parser'
import { rawFrontMatterLines } from './raw-front-matter'

/** Everything that makes a CodeMirror state our text pane. */
export function writingSetup(document: EditorDocument): Extension {
  return [
    frontMatterField,
    frontMatterFold,
    highlightStyle,
    minimalSetup,
    history({ newGroupDelay: 500 }),
    drawSelection(),
    dropCursor(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    postLanguage(document.locate),
    rawFrontMatterLines,
    showFrontMatterProblems,
    problemExplanation,
    differenceMarks,
    placeholder(editorStrings.placeholder),
    EditorView.contentAttributes.of({
      'aria-label': editorStrings.postText,
      spellcheck: 'true',
      tabindex: '0',
    }),
    editorTheme,
  ]
}
