import { history } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { yamlFrontmatter } from '@codemirror/lang-yaml'
import type { Extension } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, highlightActiveLine, placeholder } from '@codemirror/view'
import { minimalSetup } from 'codemirror'
import { locateFrontMatter } from '#shared/front-matter/locate'
import type { EditorDocument } from '../state/editor-port'
import { editorStrings } from '../strings/editor'
import { editorTheme } from './editor-theme'
import { frontMatterField } from './front-matter-field'
import { frontMatterFold } from './front-matter-fold'
import { highlightStyle } from './highlight-style'

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
    languageFor(document),
    placeholder(editorStrings.placeholder),
    EditorView.contentAttributes.of({
      'aria-label': editorStrings.postText,
      spellcheck: 'true',
      tabindex: '0',
    }),
    editorTheme,
  ]
}

function languageFor(document: EditorDocument): Extension {
  const body = markdown({ base: markdownLanguage })
  const located = locateFrontMatter(document.text, document.locate)
  return located.kind === 'found' && located.dialect === 'yaml' ? yamlFrontmatter({ content: body }) : body
}
