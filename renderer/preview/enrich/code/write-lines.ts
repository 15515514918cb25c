import type { CodeLine } from './code-line'
import type { CodeOptions } from './code-options'
import type { CodeMarkup, CodeStyle } from './code-style'
import { tokenClasses } from './token-classes'

function element(
  document: Document,
  name: string,
  className: string,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** What a line is made of. */
type LineParts = {
  readonly document: Document
  readonly tokens: readonly Node[]
  /** '\n', or '' for a last line that has none. */
  readonly lineBreak: string
  readonly isMarked: boolean
  /** What stands before the line as its number; null for none. */
  readonly number: string | null
}

type LineWriter = (parts: LineParts) => readonly (Node | string)[]

const chromaLine: LineWriter = ({ document, tokens, lineBreak, isMarked, number }) => {
  const shown = element(document, 'span', 'cl', ...tokens, lineBreak)
  const before = number === null ? [] : [element(document, 'span', 'ln', number)]
  return [element(document, 'span', isMarked ? 'line hl code-marked' : 'line', ...before, shown)]
}

const flatLine: LineWriter = ({ tokens, lineBreak }) => [...tokens, lineBreak]

const pygmentsLine: LineWriter = ({ document, tokens, lineBreak, isMarked, number }) => {
  const before = number === null ? [] : [element(document, 'span', 'linenos', number)]
  const line = [...before, ...tokens, lineBreak]
  return isMarked ? [element(document, 'span', 'hll code-marked', ...line)] : line
}

const hexoLine: LineWriter = ({ document, tokens, lineBreak, isMarked }) => {
  const line = element(document, 'span', isMarked ? 'line marked code-marked' : 'line', ...tokens)
  return lineBreak === '' ? [line] : [line, document.createElement('br')]
}

const shikiLine: LineWriter = ({ document, tokens, lineBreak }) => [
  element(document, 'span', 'line', ...tokens),
  lineBreak,
]

const docusaurusLine: LineWriter = ({ document, tokens, lineBreak, isMarked }) => [
  element(
    document,
    'span',
    isMarked ? 'token-line theme-code-block-highlighted-line code-marked' : 'token-line',
    ...tokens,
    lineBreak,
  ),
]

const lineWriters: Readonly<Record<CodeMarkup, LineWriter>> = {
  chroma: chromaLine,
  flat: flatLine,
  pygments: pygmentsLine,
  'hexo-table': hexoLine,
  shiki: shikiLine,
  prism: flatLine,
  docusaurus: docusaurusLine,
  hljs: flatLine,
}

/** Lines of code as the generator writes them. Built of text and classes alone: nothing in code becomes markup. */
export function writeLines(
  document: Document,
  lines: readonly CodeLine[],
  style: CodeStyle,
  options: CodeOptions,
): DocumentFragment {
  const fragment = document.createDocumentFragment()
  // the code's last line break begins no line
  const count = lines.at(-1)?.length === 0 ? lines.length - 1 : lines.length
  const lastNumber = String(options.firstLine + count - 1)
  const numbered = options.numbered ?? style.numbered
  for (let index = 0; index < count; index++) {
    const tokens = (lines[index] ?? []).map(([scope, text]) => {
      const classes = tokenClasses(scope, text, style.naming)
      return classes === '' ? document.createTextNode(text) : element(document, 'span', classes, text)
    })
    const written = lineWriters[style.markup]({
      document,
      tokens,
      lineBreak: index < lines.length - 1 ? '\n' : '',
      isMarked: options.marked.has(index + 1),
      number: numbered ? `${String(options.firstLine + index).padStart(lastNumber.length)} ` : null,
    })
    fragment.append(...written)
  }
  return fragment
}
