import type { MathDelimiter } from '#shared/contract/site-extras'
import type { Formula, MathStyle } from './math-style'

/** A part of a text: words, or a formula with its source. */
export type MathPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly source: string }

/** A text may begin formulas that never end: after so many no more are looked for. */
const maxUnclosed = 50

const environment: MathDelimiter = { left: '\\begin{', right: '', display: true }

/** Where `right` stands from `from` on, outside of braces and not behind a backslash; -1 for nowhere. */
function findEnd(text: string, right: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (depth <= 0 && text.startsWith(right, at)) return at
    const character = text[at]
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === '}') depth--
  }
  return -1
}

type Found = { readonly formula: Formula; readonly end: number }

/** The formula that begins at `at` with `delimiter`, and where it ends; null where it does not end. */
function readFormula(text: string, at: number, delimiter: MathDelimiter): Found | null {
  const isEnvironment = delimiter.left.startsWith('\\begin{')
  const name = isEnvironment ? /^\\begin\{([^{}]{1,40})\}/.exec(text.slice(at, at + 60))?.[1] : undefined
  if (isEnvironment && name === undefined) return null
  const right = isEnvironment ? `\\end{${name}}` : delimiter.right
  const from = at + (isEnvironment ? `\\begin{${name}}`.length : delimiter.left.length)
  const found = findEnd(text, right, from)
  if (found < 0) return null
  const end = found + right.length
  const tex = isEnvironment ? text.slice(at, end) : text.slice(from, found)
  return { formula: { tex, display: delimiter.display }, end }
}

/**
 * A text taken apart as KaTeX' auto-render (contrib/auto-render/splitAtDelimiters) or MathJax (input/tex/FindTeX) does it. KaTeX gives up at the
 * first formula that has no end, MathJax goes on behind its beginning, and takes `\$` for a dollar.
 */
export function splitMath(
  text: string,
  style: Pick<MathStyle, 'library' | 'delimiters' | 'environments'>,
): readonly MathPart[] {
  const { library, delimiters, environments } = style
  const all = environments ? [...delimiters, environment] : delimiters
  const parts: MathPart[] = []
  let unclosed = 0
  let textFrom = 0
  for (let at = 0; at < text.length; at++) {
    const delimiter = all.find(({ left }) => text.startsWith(left, at))
    if (delimiter === undefined) {
      if (library === 'mathjax' && text[at] === '\\') at++
      continue
    }
    const found = readFormula(text, at, delimiter)
    if (found === null) {
      unclosed++
      if (library === 'katex' || unclosed > maxUnclosed) break
      at += delimiter.left.length - 1
      continue
    }
    if (at > textFrom) parts.push({ kind: 'text', text: text.slice(textFrom, at) })
    parts.push({ kind: 'formula', formula: found.formula, source: text.slice(at, found.end) })
    textFrom = found.end
    at = found.end - 1
  }
  if (textFrom < text.length) parts.push({ kind: 'text', text: text.slice(textFrom) })
  return parts
}
