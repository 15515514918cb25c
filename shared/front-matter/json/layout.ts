import type { Node } from 'jsonc-parser'
import type { JsonBlock } from './block'
import { childrenOf, endOf, partsOf } from './nodes'

/** How a block is laid out, from what it has; the commonest habits where it has nothing to go by. */
export type Layout = {
  readonly lineBreak: string
  /** One step of indentation. */
  readonly indent: string
  /** Between a key and its value: `: `. */
  readonly colon: string
  /** Between two values on one line: `, `. */
  readonly comma: string
  /** Inside braces and brackets on one line. */
  readonly padding: { readonly object: string; readonly array: string }
  readonly hasLines: { readonly object: boolean; readonly array: boolean }
}

/** The layout of a block. */
export function layoutOf(block: JsonBlock): Layout {
  const { source, root } = block
  const holders = nonEmptyHolders(root)
  const nested = holders.filter((holder) => holder !== root)
  const rootHasLines = childrenOf(root).length > 0 && isOnLines(block, root)
  const [property] = childrenOf(root)
  const colon = property === undefined ? ': ' : colonOf(block, property)
  const commas = holders
    .filter((holder) => childrenOf(holder).length > 1)
    .map((holder) => gapAfter(block, holder, 0))
  const firstOf = (type: 'object' | 'array'): Node | undefined => nested.find((node) => node.type === type)
  const padding = (type: 'object' | 'array'): string => {
    const inLine = holders.find((holder) => holder.type === type && !isOnLines(block, holder))
    return inLine === undefined || (inLine === root && block.shift === 1) ? '' : leadOf(block, inLine)
  }
  const hasLines = (type: 'object' | 'array', usual: boolean): boolean => {
    const first = firstOf(type)
    return rootHasLines && (first === undefined ? usual : isOnLines(block, first))
  }
  return {
    lineBreak: /\r?\n/.exec(source)?.[0] ?? '\n',
    indent: indentOf(block, holders),
    colon,
    comma: commas.find((comma) => !comma.includes('\n')) ?? (colon === ':' ? ',' : ', '),
    padding: { object: padding('object'), array: padding('array') },
    hasLines: { object: hasLines('object', true), array: hasLines('array', false) },
  }
}

/** What stands between the bracket that opens `holder` and its first child. */
export function leadOf({ source }: JsonBlock, holder: Node): string {
  const first = childrenOf(holder)[0]
  return first === undefined ? '' : source.slice(holder.offset + 1, first.offset)
}

/** What stands between child `index` of `holder` and the next one: a comma with the blanks around it. */
export function gapAfter({ source }: JsonBlock, holder: Node, index: number): string {
  const [child, next] = childrenOf(holder).slice(index, index + 2)
  return child === undefined || next === undefined ? '' : source.slice(endOf(child), next.offset)
}

/** Whether the children of `holder` begin on lines of their own. */
export function isOnLines(block: JsonBlock, holder: Node): boolean {
  // where the braces were put around the block, the first child has no line break before it
  const isBare = block.shift === 1 && holder === block.root
  return leadOf(block, holder).includes('\n') || (isBare && block.source.includes('\n'))
}

/** The indentation of the line that `offset` is on. */
export function indentAt(block: JsonBlock, offset: number): string {
  const from = Math.max(block.shift, offset === 0 ? 0 : block.source.lastIndexOf('\n', offset - 1) + 1)
  return /^[ \t]*/.exec(block.source.slice(from, offset))?.[0] ?? ''
}

function colonOf({ source }: JsonBlock, property: Node): string {
  const { key, value } = partsOf(property)
  const colon = source.slice(endOf(key), value.offset)
  return colon.includes('\n') ? ': ' : colon
}

function indentOf(block: JsonBlock, holders: readonly Node[]): string {
  for (const holder of holders) {
    const [first] = childrenOf(holder)
    if (first === undefined || !leadOf(block, holder).includes('\n')) continue
    const inner = indentAt(block, first.offset)
    const outer = indentAt(block, endOf(holder) - 1)
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
  }
  return '  '
}

/** Objects and lists that hold something, the outermost first, in the order of the text. */
function nonEmptyHolders(root: Node): readonly Node[] {
  const holders: Node[] = []
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const children = childrenOf(node)
    if (node.type !== 'property' && children.length > 0) holders.push(node)
    waiting.push(...children.filter((child) => child.children !== undefined).toReversed())
  }
  return holders
}
