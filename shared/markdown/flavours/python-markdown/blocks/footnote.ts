import type { BlockProcessor } from './block-parser'
import { indent, outdent } from './indentation'

const definition = /^ {0,3}\[\^([^\]]*)\]: *(.*)$/m

/** Takes the indented blocks that go on a footnote, up to the next definition among them. */
function takeContinuation(blocks: string[]): string[] {
  const taken: string[] = []
  while (blocks[0]?.startsWith(indent)) {
    const block = outdent(blocks.shift() ?? '')
    const next = definition.exec(block)
    if (next === null) taken.push(block)
    else {
      taken.push(outdent(block.slice(0, next.index).replace(/\n+$/, '')))
      blocks.unshift(block.slice(next.index))
      break
    }
  }
  return taken
}

/** `[^label]: text`, anywhere in a block, with the lines behind it and the indented blocks that follow. */
export const footnoteProcessor: BlockProcessor = {
  test: (_parent, block) => block.includes('[^'),
  run(_parent, blocks, parser) {
    const block = blocks[0] ?? ''
    const match = definition.exec(block)
    if (!match) return false
    blocks.shift()
    const rest = block.slice(match.index + match[0].length).replace(/^\n+/, '')
    const next = definition.exec(rest)
    const own = next ? rest.slice(0, next.index).replace(/\n+$/, '') : rest
    const first = `${match[2] ?? ''}\n${outdent(own)}`
    const parts = [next ? first.replace(/^\n+/, '') : first.replace(/^\n+|\n+$/g, '')]
    if (next) blocks.unshift(rest.slice(next.index))
    else parts.push(...takeContinuation(blocks))
    parser.footnotes.set(match[1] ?? '', parts.join('\n\n').trimEnd())
    const before = block.slice(0, match.index)
    if (before.trim() !== '') blocks.unshift(before.replace(/\n+$/, ''))
    return true
  },
}
