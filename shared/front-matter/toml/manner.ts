import { type AST, traverseNodes } from 'toml-eslint-parser'
import type { AddedValue, WritingHabit } from '../front-matter'
import type { TomlBlock } from './block'
import { type LinesManner, type StringStyle, stringForms, styleOfString } from './string'

/** How new values and keys of a block are written: as its own are, else as the collection's. */
export type Manner = {
  readonly style: StringStyle
  readonly lineBreak: '\n' | '\r\n'
}

/** Learns the manner of a block: single quotes where it uses those only. */
export function mannerOf(block: TomlBlock, habit: WritingHabit | null): Manner {
  let basic = 0
  let literal = 0
  traverseNodes(block.program, {
    enterNode(node) {
      if (node.type !== 'TOMLValue' || node.kind !== 'string' || node.multiline) return
      if (node.style === 'basic') basic++
      else literal++
    },
    leaveNode() {},
  })
  const isLiteral = basic + literal === 0 ? habit?.quotes === 'single' : literal > 0 && basic === 0
  const at = block.source.indexOf('\n')
  return {
    style: isLiteral ? 'literal' : 'basic',
    lineBreak: at > 0 && block.source[at - 1] === '\r' ? '\r\n' : '\n',
  }
}

/** Any value on one line, most faithful form first; texts are quoted as `model` is when that is a text. */
export function formsOf(
  block: TomlBlock,
  value: AddedValue,
  manner: Manner,
  model: AST.TOMLContentNode | null,
): readonly string[] {
  switch (value.kind) {
    case 'plain':
      return [value.source]
    case 'text': {
      if (model?.type !== 'TOMLValue' || model.kind !== 'string') {
        return stringForms(value.text, manner.style, { ...manner, opensOnNewLine: false })
      }
      return stringForms(value.text, styleOfString(model), linesManner(block, model, manner))
    }
    case 'list': {
      const itemModel = model?.type === 'TOMLArray' ? (model.elements.at(-1) ?? null) : null
      const items = value.items.map((item) => formsOf(block, item, manner, itemModel)[0])
      return [`[${items.join(', ')}]`]
    }
    case 'map':
      return [bracesOf(block, value, manner, model)]
  }
}

function linesManner(block: TomlBlock, model: AST.TOMLValue, manner: Manner): LinesManner {
  const opensOnNewLine = /^(?:"""|''')\r?\n/.test(block.source.slice(...model.range))
  return { opensOnNewLine, lineBreak: manner.lineBreak }
}

function bracesOf(
  block: TomlBlock,
  value: Extract<AddedValue, { kind: 'map' }>,
  manner: Manner,
  model: AST.TOMLContentNode | null,
): string {
  if (value.entries.length === 0) return '{}'
  const siblings = model?.type === 'TOMLInlineTable' ? model.body : []
  const gap = gapAfter(block.source, siblings.at(-1)) ?? ' = '
  const pairs = value.entries.map(([key, entry]) => {
    const entryModel = siblings.find(
      (sibling) => sourceOfKey(key) === block.source.slice(...sibling.key.range),
    )
    return `${sourceOfKey(key)}${gap}${formsOf(block, entry, manner, entryModel?.value ?? null)[0]}`
  })
  const first = siblings[0]
  const padding =
    first !== undefined && model !== null ? block.source.slice(model.range[0] + 1, first.range[0]) : ' '
  return `{${padding}${pairs.join(', ')}${padding}}`
}

/** A key as TOML writes it: bare when it can be. */
export function sourceOfKey(key: string): string {
  return /^[\w-]+$/.test(key)
    ? key
    : (stringForms(key, 'basic', { opensOnNewLine: false, lineBreak: '\n' })[0] ?? '""')
}

/** What stands between the name and the value of a `key = value`, without the spaces that only align it. */
export function gapAfter(source: string, keyValue: AST.TOMLKeyValue | undefined): string | null {
  if (keyValue === undefined) return null
  const [before = '', after = ''] = source.slice(keyValue.key.range[1], keyValue.value.range[0]).split('=')
  return `${before === '' ? '' : ' '}=${after === '' ? '' : ' '}`
}
