import type { Element } from '../element'
import type { BlockProcessor } from './block-parser'
import { indent, takeIndented } from './indentation'

function lastCode(parent: Element): Element | undefined {
  const sibling = parent.last()
  return sibling?.tag === 'pre' ? sibling.children[0] : undefined
}

/** Blank lines: dropped, but kept between two parts of indented code. */
export const emptyProcessor: BlockProcessor = {
  test: (_parent, block) => block === '' || block.startsWith('\n'),
  run(parent, blocks) {
    const block = blocks.shift() ?? ''
    if (block.length > 1) blocks.unshift(block.slice(1))
    const code = lastCode(parent)
    if (code) code.text += block === '' ? '\n\n' : '\n'
    return true
  },
}

/** Indented code. The text is kept as written; the code box escapes it. */
export const codeProcessor: BlockProcessor = {
  test: (_parent, block) => block.startsWith(indent),
  run(parent, blocks) {
    const { block, rest } = takeIndented(blocks.shift() ?? '')
    const previous = lastCode(parent)
    if (previous) previous.text += `\n${block.trimEnd()}\n`
    else {
      const code = parent.append('pre').append('code')
      code.text = `${block.trimEnd()}\n`
      code.isFinal = true
    }
    if (rest !== '') blocks.unshift(rest)
    return true
  },
}
