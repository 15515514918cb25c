import type { MathDelimiter } from '../../contract/site-extras'

const pair = (left: string, right: string, display: boolean): MathDelimiter => ({ left, right, display })
const environment = (name: string): MathDelimiter => pair(`\\begin{${name}}`, `\\end{${name}}`, true)

/** What KaTeX's auto-render looks for by itself: katex.org/docs/autorender. */
export const katexDelimiters: readonly MathDelimiter[] = [
  pair('$$', '$$', true),
  pair('\\(', '\\)', false),
  ...['equation', 'align', 'alignat', 'gather', 'CD'].map(environment),
  pair('\\[', '\\]', true),
]

/** What MathJax 2 and 3 look for by themselves: docs.mathjax.org, TeX input options. */
export const mathJaxDelimiters: readonly MathDelimiter[] = [
  pair('$$', '$$', true),
  pair('\\[', '\\]', true),
  pair('\\(', '\\)', false),
]

/** A dollar on each side, as writers wish and libraries do not do by themselves. */
export const dollar = pair('$', '$', false)

const text = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`

/** A string literal of JavaScript or JSON as its text. */
function readLiteral(literal: string): string {
  return literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_whole, escaped: string) => {
    if (escaped.length > 1) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return escaped === 'n' ? '\n' : escaped
  })
}

/** Longer lists are none that anybody wrote. */
const maxListLength = 20_000

/** What stands from `start`, a bracket, to its closing bracket; null where there is none. Brackets in strings do not count. */
function bracketed(whole: string, start: number): string | null {
  const source = whole.slice(0, start + maxListLength)
  const part = new RegExp(`${text}|[[\\]{}]`, 'g')
  part.lastIndex = start
  let depth = 0
  for (let match = part.exec(source); match !== null; match = part.exec(source)) {
    if (match[0] === '[' || match[0] === '{') depth++
    else if (match[0] === ']' || match[0] === '}') depth--
    if (depth === 0) return source.slice(start, match.index + 1)
  }
  return null
}

function listAfter(source: string, name: string): string | null {
  const found = new RegExp(`["']?\\b${name}["']?\\s*[:=]\\s*(?=[[{])`).exec(source)
  return found === null ? null : bracketed(source, found.index + found[0].length)
}

/** The `delimiters` that a page hands to KaTeX's auto-render; null where it hands none that can be read. */
export function readKatexDelimiters(page: string): readonly MathDelimiter[] | null {
  const list = listAfter(page, 'delimiters')
  if (list === null) return null
  const entry = (name: string, value: string): RegExp => new RegExp(`["']?\\b${name}["']?\\s*:\\s*(${value})`)
  const found = [...list.matchAll(/\{(?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\}/g)].flatMap(
    ([item]) => {
      const left = entry('left', text).exec(item)?.[1]
      const right = entry('right', text).exec(item)?.[1]
      if (left === undefined || right === undefined) return []
      return pair(readLiteral(left), readLiteral(right), entry('display', 'true').test(item))
    },
  )
  return found.length === 0 ? null : found
}

function readPairs(list: string, display: boolean): readonly MathDelimiter[] {
  const pairs = new RegExp(`\\[\\s*(${text})\\s*,\\s*(${text})\\s*\\]`, 'g')
  return [...list.matchAll(pairs)].map(([, left = '', right = '']) =>
    pair(readLiteral(left), readLiteral(right), display),
  )
}

/** The delimiters in a page's MathJax configuration, version 2 or 3; MathJax' own for what it does not set. */
export function readMathJaxDelimiters(page: string): readonly MathDelimiter[] {
  const settings = [
    { name: 'displayMath', display: true },
    { name: 'inlineMath', display: false },
  ]
  return settings.flatMap(({ name, display }) => {
    const own = mathJaxDelimiters.filter((delimiter) => delimiter.display === display)
    const list = listAfter(page, name)
    const found = list === null ? [] : readPairs(list, display)
    if (found.length === 0) return own
    // MathJax 3: {'[+]': [['$', '$']]} adds to what is there
    return list?.startsWith('{') ? [...own, ...found] : found
  })
}

/** The commands that a page defines for KaTeX or MathJax, where their meaning stands there as a string. */
export function readMacros(page: string): Readonly<Record<string, string>> {
  const list = listAfter(page, 'macros') ?? listAfter(page, 'Macros')
  if (list === null) return {}
  const entries = list.matchAll(new RegExp(`(${text}|\\b\\w+)\\s*:\\s*\\[?\\s*(${text})`, 'g'))
  return Object.fromEntries(
    [...entries].slice(0, 200).map(([, name = '', meaning = '']) => {
      const written = /^["']/.test(name) ? readLiteral(name) : name
      return [written.startsWith('\\') ? written : `\\${written}`, readLiteral(meaning)]
    }),
  )
}
