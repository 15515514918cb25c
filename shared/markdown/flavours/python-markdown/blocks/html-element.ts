import { Element } from '../element'
import type { BlockParser, BlockProcessor } from './block-parser'

/** A text as blocks, the line feeds at its end left out. */
function blocksIn(text: string, parser: BlockParser): readonly Element[] {
  const holder = new Element('div')
  parser.parseBlocks(holder, text.replace(/\n+$/, '').split('\n\n'))
  return holder.children
}

/** A copy of `source` with its texts parsed as its `markdown` attribute says, after extensions/md_in_html.py of Python-Markdown 3.4. */
function parseContent(source: Element, parser: BlockParser): Element {
  const result = source.shell()
  const how = source.get('markdown') ?? 'off'
  const place = result.attributes.findIndex(([name]) => name === 'markdown')
  if (place >= 0) result.attributes.splice(place, 1)
  const children = source.children.map((child) => parseContent(child, parser))
  if (how === 'block') {
    // children's texts first, then what stands behind them, then what stands before all: so definitions take effect
    const tails = children.map((child) => (child.tail === '' ? [] : blocksIn(child.tail, parser)))
    const first = source.text === '' ? [] : blocksIn(source.text, parser)
    result.children.push(...first)
    for (const [index, child] of children.entries()) {
      child.tail = ''
      result.children.push(child, ...(tails[index] ?? []))
    }
    return result
  }
  result.text = source.text
  result.children.push(...children)
  if (how === 'off') {
    result.isFinal = true
    for (const child of children) child.isTailFinal = true
  }
  return result
}

/** An element of the writer's own whose `markdown` attribute asks for its content to be read. */
export const htmlElementProcessor: BlockProcessor = {
  test: (_parent, block, parser) => parser.rawHtml.elementAt(block) !== null,
  run(parent, blocks, parser) {
    const element = parser.rawHtml.elementAt(blocks.shift() ?? '')
    if (element !== null) parent.children.push(parseContent(element, parser))
    return true
  },
}
