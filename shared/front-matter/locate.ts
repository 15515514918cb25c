import type { Dialect, Located, LocateOptions } from './front-matter'
import { type GeneratorRules, generatorRules, liberalRules, type Opener } from './generator-rules'
import { locateJson } from './json/locate-json'
import type { FoundBlock } from './language'
import { locatePelican, locatePelicanBetweenDashes } from './pelican/locate-pelican'
import { firstFilledLine, isBlankLine, type Line, lineNumberAt, linesFrom } from './text-lines'

const keyLine = /^(?:[\p{L}_][\p{L}\p{N}_ ./-]{0,60}?|"[^"\n]{1,60}"|'[^'\n]{1,60}')\s*:(?:\s|$)/u

/**
 * Where the front matter of `text` is, found by its delimiters alone: nothing is parsed, so a block with a mistake in it
 * is still found. A leading byte order mark is skipped. What the site's generator does not take for front matter is not found; for an
 * unknown generator, blank lines before an opener and spaces after a delimiter are accepted. Opener-less and Pelican
 * blocks need the evidence of `options`, since `Note: hi` above `---` is a heading elsewhere. Never throws; time is
 * linear in the text up to the closing delimiter.
 */
export function locateFrontMatter(text: string, options: LocateOptions = {}): Located {
  const generator = options.generator ?? null
  const rules = generator === null ? liberalRules : generatorRules[generator]
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const first = firstFilledLine(text, start)
  const none: Located = { kind: 'none', bodyFrom: start }
  if (first === null || (first.from !== start && !rules.blankLinesFirst)) return none
  return (
    (generator === 'pelican' ? locatePelicanBetweenDashes(text, first) : null) ??
    locateFenced(text, start, first, rules) ??
    locateJson(text, first, rules) ??
    (first.from === start ? locateUndelimited(text, first, options) : null) ??
    none
  )
}

/** True for a line that begins a `key: value` pair without indentation. */
export function isKeyLine(line: string): boolean {
  return keyLine.test(line)
}

function locateFenced(text: string, start: number, opener: Line, rules: GeneratorRules): Located | null {
  const fence = fenceOf(opener.text, rules)
  if (fence === null) return null
  // below blank lines a `---` is as likely a thematic break: only keys make it an opener
  if (opener.from !== start && !keyLine.test(firstFilledLine(text, opener.next)?.text ?? '')) return null
  const open = { from: opener.from, to: opener.next }
  for (const line of linesFrom(text, opener.next)) {
    const end = endOfCloser(line, fence.closer, rules)
    if (end !== null) return foundBlock(fence.dialect, open, line.from, end)
    if (fence.dialect === 'yaml' && rules.dotsClose && line.text.trimEnd() === '...') {
      return foundBlock('yaml-dots', open, line.from, line.next)
    }
  }
  return { kind: 'unclosed', bodyFrom: opener.from, line: lineNumberAt(text, opener.from) }
}

type Fence = { readonly opener: Opener; readonly dialect: Dialect; readonly closer: string }
type FencePattern = Omit<Fence, 'closer'> & { readonly pattern: RegExp }

const fences: readonly FencePattern[] = [
  { pattern: /^(-{3,})[ \t]*$/, opener: 'dashes', dialect: 'yaml' },
  { pattern: /^(\+{3})[ \t]*$/, opener: 'pluses', dialect: 'toml' },
  { pattern: /^(;{3,})[ \t]*$/, opener: 'semicolons', dialect: 'json-semicolons' },
  // the labels that gray-matter reads: https://github.com/jonschlinkert/gray-matter#optionslanguage
  { pattern: /^(---)[ \t]*ya?ml[ \t]*$/, opener: 'labelled-dashes', dialect: 'yaml' },
  { pattern: /^(---)[ \t]*toml[ \t]*$/, opener: 'labelled-dashes', dialect: 'toml' },
  { pattern: /^(---)[ \t]*json[ \t]*$/, opener: 'labelled-dashes', dialect: 'json' },
]

function fenceOf(line: string, rules: GeneratorRules): Fence | null {
  if (!rules.spaceAfterOpener && /[ \t]$/.test(line)) return null
  for (const { pattern, opener, dialect } of fences) {
    const closer = pattern.exec(line)?.[1]
    if (closer === undefined || !rules.openers.has(opener)) continue
    return closer.length > 3 && !rules.longOpeners ? null : { opener, dialect, closer }
  }
  return null
}

/** Where the body begins when `line` closes a block, null when it does not. */
function endOfCloser(line: Line, closer: string, rules: GeneratorRules): number | null {
  if (!line.text.startsWith(closer)) return null
  if (isBlankLine(line.text.slice(closer.length))) return line.next
  return rules.closerIsPrefix ? line.from + closer.length : null
}

function locateUndelimited(text: string, first: Line, options: LocateOptions): Located | null {
  const isHexo = options.generator === 'hexo'
  const isPelican = options.generator === 'pelican'
  return (
    (isPelican ? locatePelican(text, first) : null) ??
    (options.openerless || isHexo ? locateOpenerless(text, first, !isHexo) : null) ??
    (options.pelican ? locatePelican(text, first) : null)
  )
}

function locateOpenerless(text: string, first: Line, dotsClose: boolean): Located | null {
  if (!keyLine.test(first.text)) return null
  const open = { from: first.from, to: first.from }
  let afterBlank = false
  for (const line of linesFrom(text, first.from)) {
    const closer = line.text.trimEnd()
    if (closer === '...' && dotsClose) return foundBlock('yaml-no-opener-dots', open, line.from, line.next)
    if (closer === '---') return foundBlock('yaml-no-opener-dashes', open, line.from, line.next)
    if (closer === ';;;' && first.text.startsWith('"')) {
      return foundBlock('json-semicolons', open, line.from, line.next)
    }
    const isKey = keyLine.test(line.text)
    const continues = isKey || (!afterBlank && /^(?:\s+\S|-\s|-$|#|[\]}])/.test(line.text))
    afterBlank = isBlankLine(line.text)
    if (!continues && !afterBlank) return null
  }
  return null
}

const languageOf: Readonly<Record<Dialect, FoundBlock['language']>> = {
  yaml: 'yaml',
  'yaml-dots': 'yaml',
  'yaml-no-opener-dots': 'yaml',
  'yaml-no-opener-dashes': 'yaml',
  toml: 'toml',
  json: 'json',
  'json-semicolons': 'json',
  'json-comment': 'json',
  pelican: 'pelican',
}

function foundBlock(dialect: Dialect, open: FoundBlock['open'], closeFrom: number, end: number): FoundBlock {
  return {
    kind: 'found',
    dialect,
    language: languageOf[dialect],
    open,
    block: { from: open.to, to: closeFrom },
    close: { from: closeFrom, to: end },
    bodyFrom: end,
  }
}
