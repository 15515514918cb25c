import { type AttributeList, attributeListOf } from '../attribute-lists'
import { blockAttributes, blockTag, listCharacter, plainName } from '../patterns'
import type { Source } from '../source'

const onlyAttributes = new RegExp(`^(?:\\s*\\{:(?!(?:${plainName})?:|/)${listCharacter}+\\})?\\s*\\n`)
const ownAttributes = new RegExp(`^\\s*\\{:(?!(?:${plainName})?:|/)(${listCharacter}+)\\}\\s*`)

/** What an item's first line says: its text, the attributes of the item itself, and how far its further lines are indented. */
export type FirstLine = {
  readonly text: string
  readonly list: AttributeList | null
  readonly width: number
}

/** Reads what stands behind a marker that is `markerWidth` characters wide with its own indentation. */
export function readFirstLine(markerWidth: number, tail: string): FirstLine {
  let text = tail
  let width = 4
  if (!onlyAttributes.test(text)) {
    text = expandTabs(text, markerWidth)
    width = markerWidth + (/^ */.exec(text)?.[0].length ?? 0)
  }
  const shown = text.replace(/^[ \t\r\n\f\v]*/, '')
  const { text: rest, list } = takeOwnAttributes(shown)
  return { text: rest, list, width }
}

/** Takes `{: …}` off the front of an item's or a term's text. */
export function takeOwnAttributes(text: string): {
  readonly text: string
  readonly list: AttributeList | null
} {
  const own = ownAttributes.exec(text)
  return own ? { text: text.slice(own[0].length), list: attributeListOf(own[1] ?? '') } : { text, list: null }
}

function expandTabs(text: string, column: number): string {
  const leading = /^[ \t]*/.exec(text)?.[0] ?? ''
  let at = column
  for (const character of leading) at += character === '\t' ? 4 - (at % 4) : 1
  return leading.includes('\t') ? ' '.repeat(at - column) + text.slice(leading.length) : text
}

const patterns = new Map<number, { readonly content: RegExp; readonly lazy: RegExp }>()

function patternsFor(width: number): { readonly content: RegExp; readonly lazy: RegExp } {
  const known = patterns.get(width)
  if (known) return known
  const levels = Math.floor(width / 4)
  const made = {
    content: new RegExp(
      `(?:(?:\\t| {4}){${levels}} {${width % 4}}|(?:\\t| {4}){${levels + 1}}).*[^\\s].*\\n`,
      'y',
    ),
    lazy: new RegExp(`(?! {0,${Math.min(width, 3)}}(?:${blockAttributes}|${blockTag})).*[^\\s].*\\n`, 'uy'),
  }
  // a width comes from the text: no more are kept than any real text has
  if (patterns.size < 200) patterns.set(width, made)
  return made
}

/** Takes a further line of an item: one with the item's indentation, or, where `mayBeLazy`, any other line of text. */
export function takeFurtherLine(source: Source, width: number, mayBeLazy: boolean): string | null {
  const { content, lazy } = patternsFor(width)
  if (source.test(/ {0,3}\{:/y)) source.lookForBrace()
  const line = source.take(content) ?? (mayBeLazy ? source.take(lazy) : null)
  return line?.[0].replace(/^\t+/, (tabs) => '    '.repeat(tabs.length)) ?? null
}

/** The line with an item's indentation taken off; null where it has less. */
export function withoutIndentation(line: string, width: number): string | null {
  return line.startsWith(' '.repeat(width)) ? line.slice(width) : null
}

/** The pattern of the lines that begin a list's further items, behind an item of `width`. */
export function markerPattern(marker: string, width: number): RegExp {
  const indentation = Math.min(Math.max(width - 1, 0), 3)
  return new RegExp(`( {0,${indentation}}${marker})([\\t| ].*\\n)`, 'y')
}
