import type { AddedValue } from '../front-matter'
import { textRange } from './header-lines'

/** Why a header cannot hold `text`, a sentence for the writer; null when it can. */
export function whyNoHeaderText(text: string): string | null {
  if (/\p{Surrogate}/u.test(text)) {
    return 'This text holds half a character, which no post can hold. Delete it and try again.'
  }
  const lines = text.split(/\r?\n/)
  if (lines.some(hasControl)) {
    return 'A header cannot hold a tab or another control character. Write spaces instead.'
  }
  if (lines.length > 1 && lines.some((line) => isBlank(line))) {
    return 'A header cannot hold an empty line, since the post’s text begins below one. Take it out.'
  }
  if (lines.some((line) => !isTrimmed(line))) {
    return 'A header cannot begin or end a line with a space. Delete it and try again.'
  }
  return null
}

/** The texts that make up `value`; null for what no header can hold: a typed value, or parts of parts. */
export function textsOf(value: AddedValue): readonly string[] | null {
  if (value.kind === 'text') return [value.text]
  if (value.kind !== 'list') return null
  const texts = value.items.map((item) => (item.kind === 'text' ? item.text : null))
  return texts.every((text) => text !== null) ? texts : null
}

/** Whether Pelican reads headers of this name at all. */
export function isHeaderName(key: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(key)
}

function hasControl(line: string): boolean {
  return [...line].some((character) => character < ' ')
}

function isBlank(line: string): boolean {
  const { from, to } = textRange(line, 0)
  return from === to
}

function isTrimmed(line: string): boolean {
  if (line === '') return true
  const { from, to } = textRange(line, 0)
  return from === 0 && to === line.length
}
