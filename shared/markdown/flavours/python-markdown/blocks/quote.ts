import type { BlockProcessor } from './block-parser'

const quotedLine = /(^|\n) {0,3}> ?(.*)/

function unquote(line: string): string {
  if (line.trim() === '>') return ''
  return /^ {0,3}> ?(.*)/.exec(line)?.[1] ?? line
}

/** `> quote`, from any line of a block to the block's end; quotes that follow each other are one. */
export const quoteProcessor: BlockProcessor = {
  test: (_parent, block, parser) => quotedLine.test(block) && !parser.isTooDeep(),
  run(parent, blocks, parser) {
    const block = blocks.shift() ?? ''
    const at = quotedLine.exec(block)?.index ?? 0
    parser.parseBlocks(parent, [block.slice(0, at)])
    const quoted = block.slice(at).split('\n').map(unquote).join('\n')
    const sibling = parent.last()
    const quote = sibling?.tag === 'blockquote' ? sibling : parent.append('blockquote')
    parser.within('blockquote', () => parser.parseChunk(quote, quoted))
    return true
  },
}
