import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import type { AddedValue, NewValue } from '../front-matter'
import type { YamlBlock } from './block'
import { meansText } from './lookup'
import { doubleQuoted, isPlainSafe, type QuoteStyle, quotedForms } from './scalar'
import { type BlockStyle, keyQuotesOf, pairNamed, quoteStyleOf, sourceOf } from './style'

/** How to write a new value. */
export type Writing = {
  readonly block: YamlBlock
  readonly style: BlockStyle
  readonly lineBreak: '\n' | '\r\n'
  /** Every text between double quotes: for what a cautious guess about plain texts missed. */
  readonly isStrict: boolean
}

/** A value whose quotes and shape the new one takes after; null where there is none. */
export type Model = unknown

/**
 * What follows a key's colon, whose column is `column`: a space and a value, or lines below it. Without a line break at its end.
 */
export function afterColon(value: AddedValue, column: number, writing: Writing, model: Model): string {
  if (value.kind === 'plain' && value.source === '') return ''
  if (isOnOneLine(value, writing, model)) return ` ${inlineSource(value, false, writing, model)}`
  const inner = writing.style.list === 'block' ? column : column + writing.style.step
  const lines =
    value.kind === 'list'
      ? value.items.map(
          (item) => `${' '.repeat(inner)}-${afterDash(item, inner, ' ', writing, itemModel(model))}`,
        )
      : mapLines(value.kind === 'map' ? value.entries : [], column + writing.style.step, writing, model)
  return lines.map((line) => writing.lineBreak + line).join('')
}

/** What follows the dash of a list item in `column`; `gap` is the white space between a dash and its item. */
export function afterDash(
  value: AddedValue,
  column: number,
  gap: string,
  writing: Writing,
  model: Model,
): string {
  if (value.kind === 'plain' && value.source === '') return ''
  const isBlockMap = value.kind === 'map' && value.entries.length > 0 && !(isMap(model) && model.flow)
  if (!isBlockMap) return `${gap}${inlineSource(value, false, writing, model)}`
  const lines = mapLines(value.entries, column + 1 + gap.length, writing, model)
  return gap + lines.join(writing.lineBreak).trimStart()
}

/** Any value on one line; `inFlow` says that it stands between brackets or braces already. */
export function inlineSource(value: AddedValue, inFlow: boolean, writing: Writing, model: Model): string {
  switch (value.kind) {
    case 'text':
    case 'plain':
      return scalarSources(value, inFlow, writing, model)[0] ?? ''
    case 'list': {
      const pad = paddingOf(writing, model, '[')
      const items = value.items.map((item) => inlineSource(item, true, writing, itemModel(model)))
      return items.length === 0 ? '[]' : `[${pad}${items.join(', ')}${pad}]`
    }
    case 'map': {
      const pad = paddingOf(writing, model, '{')
      const entries = value.entries.map(([key, entry]) => flowEntry(key, entry, writing, model))
      return entries.length === 0 ? '{}' : `{${pad}${entries.join(', ')}${pad}}`
    }
  }
}

/** `key: value` between braces. */
export function flowEntry(key: string, value: AddedValue, writing: Writing, model: Model): string {
  const map = isMap(model) ? (model as YAMLMap) : null
  const source = inlineSource(value, true, writing, pairNamed(writing.block, map, key)?.value)
  const name = keySource(key, keyQuotesOf(map))
  // within braces `a:}` is a key named `a:` to some parsers
  return source === '' ? `${name}: ` : `${name}: ${source}`
}

/** The ways to write a single value on one line, the closest to its model first. */
export function scalarSources(
  value: NewValue,
  inFlow: boolean,
  writing: Writing,
  model: Model,
): readonly string[] {
  if (value.kind === 'plain') return [value.source]
  if (writing.isStrict) return [doubleQuoted(value.text)]
  const { quotes, neededQuotes } = writing.style
  const style = model === null || model === undefined ? quotes : quoteStyleOf(model)
  return quotedForms(value.text, style, { inFlow, preferred: neededQuotes })
}

/** A key as it is written in a map whose keys have these quotes. */
export function keySource(key: string, quotes: QuoteStyle): string {
  if (quotes !== 'plain') return quotedForms(key, quotes, { inFlow: true, preferred: quotes })[0] ?? ''
  const isSimple = /^[\p{L}_][\p{L}\p{N}_ ./-]*$/u.test(key) && isPlainSafe(key, true)
  return isSimple ? key : doubleQuoted(key)
}

function mapLines(
  entries: readonly (readonly [string, AddedValue])[],
  column: number,
  writing: Writing,
  model: Model,
): readonly string[] {
  const map = isMap(model) ? (model as YAMLMap) : null
  const quotes = keyQuotesOf(map)
  return entries.map(([key, entry]) => {
    const held = pairNamed(writing.block, map, key)?.value ?? null
    return `${' '.repeat(column)}${keySource(key, quotes)}:${afterColon(entry, column, writing, held)}`
  })
}

/** Single values and empty ones; otherwise as the model is written, and without one as the block's lists are. */
function isOnOneLine(value: AddedValue, writing: Writing, model: Model): boolean {
  if (value.kind === 'text' || value.kind === 'plain') return true
  if (value.kind === 'map') {
    return value.entries.length === 0 || (isMap(model) && model.flow === true && !meansText(model))
  }
  if (value.items.length === 0) return true
  if (isSeq(model) && model.items.length > 0) return model.flow === true
  // a map between brackets is hard to read: those lists are written on lines unless the block has only others
  return writing.style.list === 'flow' && !value.items.some((item) => item.kind === 'map')
}

function itemModel(model: Model): unknown {
  return isSeq(model) ? (model as YAMLSeq).items.at(-1) : null
}

function paddingOf(writing: Writing, model: Model, bracket: '[' | '{'): string {
  const source = isMap(model) || isSeq(model) ? sourceOf(writing.block, model as YAMLMap) : ''
  return source.startsWith(`${bracket} `) ? ' ' : ''
}
