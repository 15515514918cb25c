import type { FieldSchema } from '#shared/contract/post'
import { parseDate } from '#shared/front-matter/dates'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import type { FieldEditValue } from '../state/editor-port'

/** Which control a field gets: what the value is decides, and what the other posts have decides between texts. */
export type Control = 'text' | 'long-text' | 'date' | 'list' | 'yes-no' | 'choice' | 'number' | 'source'

/** The control for a field's value; `source` shows what the file has and leaves the change to the text. */
export function controlFor({ value }: Field, schema: FieldSchema | undefined): Control {
  switch (value.kind) {
    case 'map':
      return 'source'
    case 'list':
      return value.items.every(({ kind }) => kind === 'text' || kind === 'plain') ? 'list' : 'source'
    case 'plain':
      return plainControl(value.type, schema)
    case 'text':
      if (schema?.kind === 'date' || parseDate(value.text) !== null) return 'date'
      if (schema?.kind === 'choice') return 'choice'
      return schema?.kind === 'long-text' || value.text.includes('\n') ? 'long-text' : 'text'
  }
}

function plainControl(type: 'date' | 'number' | 'yes-no' | 'null', schema: FieldSchema | undefined): Control {
  if (type !== 'null') return type
  if (schema?.kind === 'list' || schema?.kind === 'other' || schema?.kind === 'yes-no') return 'text'
  return schema?.kind ?? 'text'
}

/** A value's text as a control shows it. */
export function shownText(value: FieldValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'plain') return value.type === 'null' ? '' : value.source
  return ''
}

const number = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** What typing `text` over `before` means: a plain scalar stays one as long as the text allows it, all else is text. */
export function typedValue(before: FieldValue, text: string): FieldEditValue {
  if (before.kind === 'plain' && before.type === 'number' && number.test(text))
    return { kind: 'plain', source: text }
  if (before.kind === 'plain' && before.type === 'date' && parseDate(text) !== null) {
    return { kind: 'plain', source: text }
  }
  return { kind: 'text', text }
}

const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  yes: 'no',
  on: 'off',
  y: 'n',
}

/** The other word of a yes/no pair, in the case that the file has (`Yes` → `No`); null for a word that is none. */
export function oppositeWord(word: string): string | null {
  const lower = word.toLowerCase()
  const pair = Object.entries(opposites).find((words) => words.includes(lower))
  if (pair === undefined) return null
  const other = pair[0] === lower ? pair[1] : pair[0]
  if (word === word.toUpperCase() && word.length > 1) return other.toUpperCase()
  return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other
}

/** Whether a yes/no word says yes. */
export function saysYes(word: string): boolean {
  return Object.hasOwn(opposites, word.toLowerCase())
}
