import { isMap, type Node } from 'yaml'
import type { AddedValue } from '../front-matter'
import type { Splice } from '../language'
import { keyText, lineBreakNear, type YamlBlock } from './block'
import { appendedToFlow, removedFromFlow } from './flow'
import { lineStart, nextLine } from './list'
import { endOfNode, refusalForDuplicate, repeatedKeys } from './lookup'
import { type Plan, quoteContext, refusedPlan, unwritable } from './plan'
import { doubleQuoted, isPlainSafe, isWritable, type QuoteContext, quotedForms } from './scalar'

/** Plans a new line for `key` below the last one that is not blank. */
export function planAddKey(block: YamlBlock, key: string, value: AddedValue): Plan {
  const existing = block.root?.items.find((pair) => keyText(block.source, pair.key) === key)
  if (existing !== undefined) {
    const message = `\`${key}\` is there already. Change its value instead.`
    return refusedPlan('duplicate-key', message, (existing.key as Node | null)?.range?.[0] ?? 0)
  }
  const end = block.source.length
  if (key === '' || !isWritable(key)) return refusedPlan('unsupported-value', 'A field needs a name.', end)
  const impossible = unwritable(value, end)
  if (impossible !== null) return impossible
  const forms = formsOfAdded(block, value).map((form) => `${keySource(key)}:${form === '' ? '' : ` ${form}`}`)
  return {
    kind: 'plan',
    splices: forms.flatMap((form) => newEntries(block, form)),
    edit: { kind: 'add-key', path: [], key, value },
    offset: end,
  }
}

/** Plans to take out `key` with its value, its lines and the comments on them. */
export function planRemoveKey(block: YamlBlock, key: string): Plan {
  const { root, source } = block
  const duplicate = root === null ? null : refusalForDuplicate(repeatedKeys(block, root), key)
  if (duplicate !== null) return { kind: 'refused', refusal: duplicate }
  const index = root?.items.findIndex((pair) => keyText(source, pair.key) === key) ?? -1
  const pair = root?.items[index]
  if (!root || !pair) return refusedPlan('no-such-field', `The front matter has no \`${key}\`.`, 0)
  const offset = (pair.key as Node | null)?.range?.[0] ?? 0
  const edit = { kind: 'remove-key', path: [key] } as const
  if (root.flow) return { kind: 'plan', splices: removedFromFlow(block, root, index), edit, offset }
  const end = endOfNode((pair.value ?? pair.key) as Node)
  const splice = { from: lineStart(source, offset), to: nextLine(source, end), insert: '' }
  return { kind: 'plan', splices: [splice], edit, offset }
}

function keySource(key: string): string {
  const isSimple = /^[\p{L}_][\p{L}\p{N}_ ./-]*$/u.test(key) && isPlainSafe(key, true)
  return isSimple ? key : doubleQuoted(key)
}

function formsOfAdded(block: YamlBlock, value: AddedValue): readonly string[] {
  const inFlow = isMap(block.root) && block.root.flow === true
  if (value.kind === 'text') return quotedForms(value.text, 'plain', quoteContext(block, inFlow))
  return [sourceInFlow(value, quoteContext(block, true))]
}

/** Any value on one line, between brackets or braces. */
function sourceInFlow(value: AddedValue, context: QuoteContext): string {
  switch (value.kind) {
    case 'plain':
      return value.source
    case 'text':
      return quotedForms(value.text, 'plain', context)[0] ?? doubleQuoted(value.text)
    case 'list':
      return `[${value.items.map((item) => sourceInFlow(item, context)).join(', ')}]`
    case 'map':
      return `{${value.entries.map(([key, entry]) => `${keySource(key)}: ${sourceInFlow(entry, context)}`).join(', ')}}`
  }
}

function newEntries(block: YamlBlock, entry: string): readonly Splice[] {
  const { root, source } = block
  if (root?.flow) {
    const splice = appendedToFlow(block, root, entry)
    return splice === null ? [] : [splice]
  }
  const firstKey = (root?.items[0]?.key as Node | undefined)?.range?.[0] ?? 0
  const indent = root === null ? '' : source.slice(lineStart(source, firstKey), firstKey)
  const afterText = nextLine(source, source.trimEnd().length)
  const line = `${indent}${entry}${lineBreakNear(source, source.length)}`
  // blank lines at the end may be part of a `|+` value: then the new line goes below them
  return [...new Set([afterText, source.length])].map((at) => ({ from: at, to: at, insert: line }))
}
