import type { Env, MarkdownIt, StateBlock, Token } from 'markdown-it'
import type { Reference, ScannedBlock } from '../../dialect'
import { footnoteLabels } from './footnotes'

const firstWindowLength = 4096
const maxWindowLength = 1 << 18

/** A stretch of the text that ends behind a blank line or where the text ends, as markdown-it wants it. */
type Window = { readonly source: string; readonly start: number; readonly end: number }

function blankLineEnd(text: string, from: number): number {
  const blankLine = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g
  blankLine.lastIndex = from
  return blankLine.exec(text) ? blankLine.lastIndex : text.length
}

function takeWindow(text: string, start: number, length: number): Window {
  const end = start + length >= text.length ? text.length : blankLineEnd(text, start + length)
  return { source: detach(text.slice(start, end)), start, end }
}

/** The same characters in memory of their own: tokens hold on to what they were sliced from, and must not hold every old text. */
function detach(source: string): string {
  return ` ${source}`.slice(1)
}

/** Where each line of a window begins in the text; null where offsets are as in the normalised source. */
function lineStarts(window: Window): readonly number[] | null {
  if (!window.source.includes('\r')) return null
  const starts = [window.start]
  for (const lineBreak of window.source.matchAll(/\r\n?|\n/g)) {
    starts.push(window.start + lineBreak.index + lineBreak[0].length)
  }
  return starts
}

type LineBlock = { readonly offset: number; readonly tokens: Token[]; readonly env: Env }

/** Runs markdown-it's block rules over a window, giving each top-level block tokens and definitions of its own. */
function* tokenise(
  markdownIt: MarkdownIt,
  window: Window,
  goesOnAt: ScanOptions['goesOnAt'],
): Generator<LineBlock> {
  const starts = lineStarts(window)
  const source = window.source.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  const state = new markdownIt.block.State(source, markdownIt, {}, [])
  const rules = markdownIt.block.ruler.getRules('')
  let line = state.skipEmptyLines(0)
  while (line < state.lineMax) {
    state.line = line
    state.tokens = []
    state.env = {}
    const first = line
    do {
      line = state.line
      if (!rules.some((rule) => rule(state, line, state.lineMax, false)) || state.line <= line) {
        throw new Error(`no block rule took line ${line}`)
      }
    } while (state.line < state.lineMax && goesOnAt?.(state, state.line))
    const offset = starts?.[first] ?? window.start + (state.bMarks[first] ?? 0)
    yield { offset, tokens: state.tokens, env: state.env }
    line = state.skipEmptyLines(state.line)
  }
}

function referencesOf(env: Env): ReadonlyMap<string, Reference> {
  return new Map(Object.entries(env.references ?? {}))
}

/** What a flavour's block rules need of the scanner. */
export type ScanOptions = {
  /** Changes a block's tokens once, before any text in them is read. */
  readonly prepare?: (tokens: readonly Token[]) => void
  /** How many runs of lines without a blank one decide what stands before them: 2 where a list's next term may have its description below a blank line. */
  readonly looksAhead?: 1 | 2
  /** Whether what stands at a line right behind a block belongs to it. */
  readonly goesOnAt?: (state: StateBlock, line: number) => boolean
}

/**
 * Scans with a markdown-it parser, whose block rules know nothing of what stands before a top-level block. What stands behind one decides up to the
 * first run of lines without a blank one, so windows end behind a blank line and a window's last block is read again in the next. A rule that has looked
 * further, up to the end, says so with `env.hasSeenEnd`.
 */
export function* scanWithMarkdownIt(
  markdownIt: MarkdownIt,
  text: string,
  from: number,
  { prepare, looksAhead = 1, goesOnAt }: ScanOptions = {},
): Generator<ScannedBlock<readonly Token[]>> {
  let start = from
  let length = firstWindowLength
  const ahead = new RunsAhead(text, looksAhead)
  while (start < text.length) {
    const window = takeWindow(text, start, length)
    const held: LineBlock[] = []
    const finish = (block: LineBlock, end: number): ScannedBlock<readonly Token[]> => {
      prepare?.(block.tokens)
      const finished = {
        start,
        end,
        reach: block.env.hasSeenEnd === true ? text.length : ahead.endAfter(end),
        kind: `${block.tokens[0]?.type} ${block.tokens.length}`,
        parsed: block.tokens,
        references: referencesOf(block.env),
        footnotes: footnoteLabels(block.env),
      }
      start = end
      return finished
    }
    const windowStart = start
    for (const block of tokenise(markdownIt, window, goesOnAt)) {
      // a rule that has looked for something up to the end has to see the text's own end
      if (block.env.hasSeenEnd === true && window.end < text.length) break
      held.push(block)
      if (held.length <= looksAhead) continue
      const first = held.shift()
      if (first) yield finish(first, held[0]?.offset ?? block.offset)
    }
    if (window.end === text.length) {
      for (const [index, block] of held.entries()) yield finish(block, held[index + 1]?.offset ?? text.length)
      if (start < text.length) yield finish({ offset: start, tokens: [], env: {} }, text.length)
      return
    }
    length = start === windowStart ? length * 4 : Math.min(length * 2, maxWindowLength)
  }
}

/** Finds where the run of lines ends that stands a number of runs behind a place; places are asked for in order. */
class RunsAhead {
  private ends: number[] = []

  constructor(
    private readonly text: string,
    private readonly count: number,
  ) {}

  endAfter(place: number): number {
    while ((this.ends[0] ?? Number.POSITIVE_INFINITY) <= place) this.ends.shift()
    while (this.ends.length < this.count) this.ends.push(blankLineEnd(this.text, this.ends.at(-1) ?? place))
    return this.ends.at(-1) ?? place
  }
}
