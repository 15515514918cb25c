import type { BlockProcessor } from './block-parser'

const definition = /^\*\[([^\]]*)\] ?: *\n? *(.*)$/m

/** `*[short]: what it is short for`, anywhere in a block. */
export const abbreviationProcessor: BlockProcessor = {
  test: (_parent, block) => block.includes('*['),
  run(_parent, blocks, parser) {
    const block = blocks[0] ?? ''
    const match = definition.exec(block)
    if (!match) return false
    blocks.shift()
    const short = (match[1] ?? '').trim()
    // the last definition is also the last to be looked for
    parser.abbreviations.delete(short)
    parser.abbreviations.set(short, (match[2] ?? '').trim())
    const before = block.slice(0, match.index)
    const after = block.slice(match.index + match[0].length)
    if (after.trim() !== '') blocks.unshift(after.replace(/^\n+/, ''))
    if (before.trim() !== '') blocks.unshift(before.replace(/\n+$/, ''))
    return true
  },
}
