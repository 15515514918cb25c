import { type EditorState, Facet, StateField, type Transaction } from '@codemirror/state'
import type { FrontMatter, Located, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'

/** The document's front matter, kept with its text: located at once, read when somebody asks. */
export type FrontMatterState = {
  readonly located: Located
  readonly frontMatter: FrontMatter
}

/** What the site's posts taught us about where front matter is. */
export const locateOptions = Facet.define<LocateOptions, LocateOptions>({
  combine: (values) => values[0] ?? {},
})

function compute(state: EditorState): FrontMatterState {
  const options = state.facet(locateOptions)
  let read: FrontMatter | null = null
  return {
    located: locateFrontMatter(state.doc.toString(), options),
    get frontMatter() {
      read ??= readFrontMatter(state.doc.toString(), options)
      return read
    },
  }
}

/** The first character of the body. */
export function bodyStart(state: EditorState): number {
  return state.field(frontMatterField).located.bodyFrom
}

const anyOpener = /^(?:---|\+\+\+|;;;|\{|<!--|["'\p{L}_])/u

/** Whether the first filled one of a text's first lines can be the beginning of any front matter. */
function mayBegin(firstLines: readonly string[]): boolean {
  for (const line of firstLines) {
    const text = line.replace(/^\ufeff/, '').trimStart()
    if (text !== '') return anyOpener.test(text) && (/^[-+;{<]/.test(text) || text.includes(':'))
  }
  return false
}

const looksAtLines = 5

function firstLinesOf({ doc }: EditorState): readonly string[] {
  const length = Math.min(doc.lines, looksAtLines)
  return Array.from({ length }, (_, index) => doc.line(index + 1).text)
}

/** Whether front matter found in the beginning of a text, or its absence, holds for any text that begins so. */
export function isSettled(located: Located, beginning: string): boolean {
  if (located.kind === 'found') return located.bodyFrom < beginning.length
  return located.kind === 'none' && !mayBegin(beginning.split('\n', looksAtLines))
}

/** Whether a change can have moved, made or unmade the front matter. */
function mayTouch(transaction: Transaction, { located }: FrontMatterState): boolean {
  if (located.kind === 'none')
    return [transaction.startState, transaction.state].some((state) => mayBegin(firstLinesOf(state)))
  if (located.kind === 'unclosed') return true
  let touched = false
  transaction.changes.iterChangedRanges((from) => {
    // at the body's first character too: the closing delimiter may lack its line break
    if (from <= located.bodyFrom) touched = true
  })
  return touched
}

/** Located and read again only when a change reaches into it, so that typing in the body costs nothing here. */
export const frontMatterField = StateField.define<FrontMatterState>({
  create: compute,
  update(value, transaction) {
    if (!transaction.docChanged || !mayTouch(transaction, value)) return value
    return compute(transaction.state)
  },
})
