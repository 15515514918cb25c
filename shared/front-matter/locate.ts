import type { Dialect, Located, LocateOptions, Range } from './front-matter'

type Line = { readonly from: number; readonly text: string; readonly next: number }
type Found = Extract<Located, { kind: 'found' }>
type Language = Found['language']

const keyLine = /^(?:[\p{L}_][\p{L}\p{N}_ ./-]{0,60}?|"[^"\n]{1,60}"|'[^'\n]{1,60}')\s*:(?:\s|$)/u
const pelicanKeyLine = /^ {0,3}[A-Za-z0-9_-]+:(?:\s|$)/
const blank = /^[ \t]*$/

/**
 * Where the front matter of `text` is, found by its delimiters alone: nothing is parsed, so a block with a mistake in it
 * is still found. A leading byte order mark, blank lines before an opener and spaces after a delimiter are accepted.
 * Opener-less and Pelican blocks need the evidence of `options`, since `Note: hi` above `---` is a heading elsewhere.
 * Never throws; time is linear in the text up to the closing delimiter.
 */
export function locateFrontMatter(text: string, options: LocateOptions = {}): Located {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const first = firstFilledLine(text, start)
  const none: Located = { kind: 'none', bodyFrom: start }
  if (first === null) return none
  return (
    locateFenced(text, start, first) ??
    locateJson(text, first) ??
    (options.openerless && first.from === start ? locateOpenerless(text, first) : null) ??
    (options.pelican && first.from === start ? locatePelican(text, first) : null) ??
    none
  )
}

/** True for a line that begins a `key: value` pair without indentation. */
export function isKeyLine(line: string): boolean {
  return keyLine.test(line)
}

function locateFenced(text: string, start: number, opener: Line): Located | null {
  const fence = fenceOf(opener.text)
  if (fence === null) return null
  // below blank lines a `---` is as likely a thematic break: only keys make it an opener
  if (opener.from !== start && !keyLine.test(firstFilledLine(text, opener.next)?.text ?? '')) return null
  for (const line of linesFrom(text, opener.next)) {
    const dialect = fence.closers.get(line.text.trimEnd())
    if (dialect === undefined) continue
    return found(dialect, fence.language, { from: opener.from, to: opener.next }, line.from, line)
  }
  return { kind: 'unclosed', bodyFrom: opener.from, line: lineNumberAt(text, opener.from) }
}

type Fence = { readonly language: Language; readonly closers: ReadonlyMap<string, Dialect> }

const yamlFence: Fence = {
  language: 'yaml',
  closers: new Map([
    ['---', 'yaml'],
    ['...', 'yaml-dots'],
  ]),
}
const fences: readonly (readonly [RegExp, Fence])[] = [
  [/^---[ \t]*(?:ya?ml[ \t]*)?$/, yamlFence],
  [/^\+\+\+[ \t]*$/, { language: 'toml', closers: new Map([['+++', 'toml']]) }],
  [/^;;;[ \t]*$/, { language: 'json', closers: new Map([[';;;', 'json-semicolons']]) }],
  // the labels that gray-matter reads: https://github.com/jonschlinkert/gray-matter#optionslanguage
  [/^---[ \t]*toml[ \t]*$/, { language: 'toml', closers: new Map([['---', 'toml']]) }],
  [/^---[ \t]*json[ \t]*$/, { language: 'json', closers: new Map([['---', 'json']]) }],
]

function fenceOf(opener: string): Fence | null {
  return fences.find(([pattern]) => pattern.test(opener))?.[1] ?? null
}

function locateJson(text: string, first: Line): Located | null {
  const comment = /^<!--[ \t]*(?=\{)/.exec(first.text)
  const from = first.from + (comment?.[0].length ?? 0)
  // a template's {{ or {% and kramdown's {: open no object
  if (!/^\{\s*["}]/.test(text.slice(from, from + 200))) return null
  const to = endOfJsonObject(text, from)
  if (to === null) return null
  const closer = (comment === null ? /[ \t]*(?:\r?\n|$)/y : /\s*-->[ \t]*(?:\r?\n|$)/y) as RegExp
  closer.lastIndex = to
  const closed = closer.exec(text)
  if (closed === null) return null
  const end = to + closed[0].length
  return {
    kind: 'found',
    dialect: comment === null ? 'json' : 'json-comment',
    language: 'json',
    open: { from: first.from, to: from },
    block: { from, to },
    close: { from: to, to: end },
    bodyFrom: end,
  }
}

/** The offset after the `}` that closes the `{` at `from`; null when there is none. */
function endOfJsonObject(text: string, from: number): number | null {
  let depth = 0
  let inString = false
  for (let index = from; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
      else if (character === '\n') return null
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return index + 1
    }
  }
  return null
}

function locateOpenerless(text: string, first: Line): Located | null {
  if (!keyLine.test(first.text)) return null
  let afterBlank = false
  for (const line of linesFrom(text, first.from)) {
    const closer = line.text.trimEnd()
    if (closer === '...') return foundOpenerless('yaml-no-opener-dots', first, line)
    if (closer === '---') return foundOpenerless('yaml-no-opener-dashes', first, line)
    const isKey = keyLine.test(line.text)
    const continues = isKey || (!afterBlank && /^(?:\s+\S|-\s|-$|#|[\]}])/.test(line.text))
    afterBlank = blank.test(line.text)
    if (!continues && !afterBlank) return null
  }
  return null
}

function foundOpenerless(dialect: Dialect, first: Line, closer: Line): Located {
  return found(dialect, 'yaml', { from: first.from, to: first.from }, closer.from, closer)
}

/** Python-Markdown's meta-data: https://python-markdown.github.io/extensions/meta_data/#syntax */
function locatePelican(text: string, first: Line): Located | null {
  if (!pelicanKeyLine.test(first.text)) return null
  const open = { from: first.from, to: first.from }
  for (const line of linesFrom(text, first.from)) {
    if (blank.test(line.text)) return found('pelican', 'pelican', open, line.from, line)
    if (pelicanKeyLine.test(line.text) || /^(?: {4}|\t)/.test(line.text)) continue
    return found('pelican', 'pelican', open, line.from, { from: line.from, text: '', next: line.from })
  }
  return found('pelican', 'pelican', open, text.length, { from: text.length, text: '', next: text.length })
}

function found(dialect: Dialect, language: Language, open: Range, blockTo: number, closer: Line): Found {
  return {
    kind: 'found',
    dialect,
    language,
    open,
    block: { from: open.to, to: blockTo },
    close: { from: closer.from, to: closer.next },
    bodyFrom: closer.next,
  }
}

function firstFilledLine(text: string, from: number): Line | null {
  for (const line of linesFrom(text, from)) if (!blank.test(line.text)) return line
  return null
}

function* linesFrom(text: string, from: number): Generator<Line> {
  let position = from
  while (position < text.length) {
    const lineFeed = text.indexOf('\n', position)
    const next = lineFeed < 0 ? text.length : lineFeed + 1
    let end = lineFeed < 0 ? text.length : lineFeed
    if (lineFeed > position && text[lineFeed - 1] === '\r') end--
    yield { from: position, text: text.slice(position, end), next }
    position = next
  }
}

/** The 1-based line of `offset`. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
