import type { MarkdownIt, StateInline } from 'markdown-it'
import { type QuoteMeta, useRunningQuotes } from './running-quotes'

const space = /^\s$/u
const punctuation = /^[\p{P}$+<=>^`|~]$/u
const unicodePunctuation = /^\p{P}$/u
const letter = /^\p{L}$/u
const digit = /^\p{Nd}$/u

/** What stands around a quotation mark, up to the line's end as goldmark sees it. */
type Surroundings = {
  readonly before: string
  /** The rest of the line from the mark on, with its line break. */
  readonly line: readonly string[]
  readonly canOpen: boolean
  readonly canClose: boolean
}

function lookAround(state: StateInline): Surroundings {
  const { src, pos } = state
  const before = pos === 0 ? '\n' : (Array.from(src.slice(Math.max(0, pos - 2), pos)).at(-1) ?? '\n')
  const lineEnd = src.indexOf('\n', pos)
  const line = Array.from(src.slice(pos, lineEnd < 0 ? src.length : lineEnd + 1).slice(0, 16))
  const mark = line[0] ?? ''
  const after = line.find((character) => character !== mark) ?? '\n'
  const [spaceBefore, spaceAfter] = [space.test(before), space.test(after)]
  const [markBefore, markAfter] = [punctuation.test(before), punctuation.test(after)]
  return {
    before,
    line,
    canOpen: !spaceAfter && (!markAfter || spaceBefore || markBefore),
    canClose: !spaceBefore && (!markBefore || spaceAfter || markAfter),
  }
}

const isPunctuationOrSpace = (character: string | undefined): boolean =>
  character !== undefined && (space.test(character) || /^[!-/:-@[-`{-~]$/.test(character))

/** Whether the mark may close what it could open as well: punctuation follows, and then the line ends or a space or mark stands. */
function closesBeforePunctuation({ canOpen, canClose, line }: Surroundings): boolean {
  if (!canOpen || !canClose || line[1] === undefined || !unicodePunctuation.test(line[1])) return false
  return line.length === 2 || isPunctuationOrSpace(line[2])
}

const closesOnly = (around: Surroundings): boolean =>
  (around.canClose && !around.canOpen) || closesBeforePunctuation(around)

/** A mark as what it becomes; one that closes stays as it is written until it is known whether any is open. */
type Replacement = { readonly text: string; readonly length: number; readonly meta: QuoteMeta | null }

const replaced = (text: string, length = 1): Replacement => ({ text, length, meta: null })

function singleQuote(around: Surroundings): Replacement | null {
  const { before, line, canOpen, canClose } = around
  const [, one, two, three, four] = line
  const opensOnly = canOpen && !canClose
  const isDecade = opensOnly && /^\d\d$/.test(`${one}${two}`) && three === 's'
  if (isDecade && (four === undefined || isPunctuationOrSpace(four) || unicodePunctuation.test(four)))
    return replaced('’')
  const startsWord = unicodePunctuation.test(before) || space.test(before)
  if (startsWord && one !== undefined && 'tenl'.includes(one)) return replaced('’')
  const isInWord = (letter.test(before) || digit.test(before)) && one !== undefined && letter.test(one)
  if (isInWord) return replaced('’')
  if (opensOnly) {
    const isEnding = (length: number): boolean =>
      line[length] === undefined || isPunctuationOrSpace(line[length])
    const isContraction =
      (one !== undefined && 'smtd'.includes(one) && isEnding(2)) ||
      (['ve', 'll', 're'].includes(`${one}${two}`) && isEnding(3))
    if (isContraction) return replaced('’')
    return { text: '‘', length: 1, meta: { quote: 'single', role: 'opens' } }
  }
  // the possessive of a plural: `Smiths' house`
  if (line.length > 2 && !digit.test(one ?? '')) return replaced('’')
  return closesOnly(around) ? { text: "'", length: 1, meta: { quote: 'single', role: 'may-close' } } : null
}

function doubleQuote(around: Surroundings): Replacement | null {
  const { before, line, canOpen, canClose } = around
  if (canOpen && !canClose) return { text: '“', length: 1, meta: { quote: 'double', role: 'opens' } }
  // inches inside quotation marks: `"Monitor 21""`
  if (line[1] === '"' && digit.test(before)) return null
  return closesOnly(around) ? { text: '"', length: 1, meta: { quote: 'double', role: 'may-close' } } : null
}

const runs: readonly (readonly [run: string, replacement: string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<<', '«'],
  ['>>', '»'],
]

const entities: Readonly<Record<string, string>> = {
  '—': '&mdash;',
  '–': '&ndash;',
  '…': '&hellip;',
  '«': '&laquo;',
  '»': '&raquo;',
  '‘': '&lsquo;',
  '’': '&rsquo;',
  '“': '&ldquo;',
  '”': '&rdquo;',
}

/** The replacement for what stands at the state's place. */
function replacementAt(state: StateInline): Replacement | null {
  const { src, pos } = state
  const character = src[pos]
  if (character === '"') return doubleQuote(lookAround(state))
  if (character === "'") return singleQuote(lookAround(state))
  const run = runs.find(([characters]) => src.startsWith(characters, pos))
  return run === undefined ? null : replaced(run[1], run[0].length)
}

function replaceTypography(state: StateInline, silent: boolean): boolean {
  const replacement = replacementAt(state)
  if (replacement === null) return false
  if (!silent) {
    const token = state.push('typographic', '', 0)
    token.content = replacement.text
    token.meta = replacement.meta
  }
  state.pos += replacement.length
  return true
}

/** The character reference that goldmark writes; it shows in an image's alternative text, where it is escaped once more. */
export function typographicEntity(character: string): string {
  return entities[character] ?? character
}

/** Goldmark's names, under which a site sets texts of its own. */
const markNames: Readonly<Record<string, string>> = {
  '—': 'emDash',
  '–': 'enDash',
  '…': 'ellipsis',
  '«': 'leftAngleQuote',
  '»': 'rightAngleQuote',
  '‘': 'leftSingleQuote',
  '’': 'rightSingleQuote',
  '“': 'leftDoubleQuote',
  '”': 'rightDoubleQuote',
}

/** Goldmark's typographer, which Hugo switches on: quotation marks by what stands around them, dashes and dots. `marks` are a site's own texts, as HTML. */
export function useTypographer(markdownIt: MarkdownIt, marks: Readonly<Record<string, string>> = {}): void {
  markdownIt.inline.ruler.push('typographer', replaceTypography)
  useRunningQuotes(markdownIt, (character) => marks[markNames[character] ?? ''] ?? character)
}
