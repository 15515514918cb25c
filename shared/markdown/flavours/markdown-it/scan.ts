import type { Env, MarkdownIt, Token } from 'markdown-it'
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
function* tokenise(markdownIt: MarkdownIt, window: Window): Generator<LineBlock> {
  const starts = lineStarts(window)
  const source = window.source.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  const state = new markdownIt.block.State(source, markdownIt, {}, [])
  const rules = markdownIt.block.ruler.getRules('')
  let line = state.skipEmptyLines(0)
  while (line < state.lineMax) {
    state.line = line
    state.tokens = []
    state.env = {}
    if (!rules.some((rule) => rule(state, line, state.lineMax, false)) || state.line <= line) {
      throw new Error(`no block rule took line ${line}`)
    }
    const offset = starts?.[line] ?? window.start + (state.bMarks[line] ?? 0)
    yield { offset, tokens: state.tokens, env: state.env }
    line = state.skipEmptyLines(state.line)
  }
}

function referencesOf(env: Env): ReadonlyMap<string, Reference> {
  return new Map(Object.entries(env.references ?? {}))
}

/**
 * Scans with a markdown-it parser, whose block rules know nothing of what stands before a top-level block. What stands behind one decides up to the
 * first run of lines without a blank one, so windows end behind a blank line and a window's last block is read again in the next.
 */
export function* scanWithMarkdownIt(
  markdownIt: MarkdownIt,
  text: string,
  from: number,
): Generator<ScannedBlock<readonly Token[]>> {
  let start = from
  let length = firstWindowLength
  let runEnd = from
  while (start < text.length) {
    const window = takeWindow(text, start, length)
    let previous: LineBlock | null = null
    const finish = (block: LineBlock, end: number): ScannedBlock<readonly Token[]> => {
      if (runEnd <= end) runEnd = blankLineEnd(text, end)
      const finished = {
        start,
        end,
        reach: runEnd,
        kind: `${block.tokens[0]?.type} ${block.tokens.length}`,
        parsed: block.tokens,
        references: referencesOf(block.env),
        footnotes: footnoteLabels(block.env),
      }
      start = end
      return finished
    }
    const windowStart = start
    for (const block of tokenise(markdownIt, window)) {
      if (previous) yield finish(previous, block.offset)
      previous = block
    }
    if (window.end === text.length) {
      yield finish(previous ?? { offset: start, tokens: [], env: {} }, text.length)
      return
    }
    length = start === windowStart ? length * 4 : Math.min(length * 2, maxWindowLength)
  }
}
