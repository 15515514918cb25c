import type { BlockProcessor } from './block-parser'

const definition = /^ {0,3}\[([^[\]]*)\]: *\n? *(\S+) *(?:\n *)?((["'])(.*)\4 *|\((.*)\) *)?$/m

/** `[label]: address "title"`, anywhere in a block. */
export const referenceProcessor: BlockProcessor = {
  test: (_parent, block) => block.includes(']:'),
  run(_parent, blocks, parser) {
    const block = blocks[0] ?? ''
    const match = definition.exec(block)
    if (!match) return false
    blocks.shift()
    const title = match[5] || match[6] || null
    const href = (match[2] ?? '').replace(/^<+/, '').replace(/>+$/, '')
    parser.references.set((match[1] ?? '').trim().toLowerCase(), { href, title })
    const before = block.slice(0, match.index)
    const after = block.slice(match.index + match[0].length)
    if (after.trim() !== '') blocks.unshift(after.replace(/^\n+/, ''))
    if (before.trim() !== '') blocks.unshift(before.replace(/\n+$/, ''))
    return true
  },
}
