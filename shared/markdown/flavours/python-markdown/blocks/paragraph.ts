import type { BlockProcessor } from './block-parser'

/** Whatever nothing else took: a paragraph, or bare text in a tight list's item. */
export const paragraphProcessor: BlockProcessor = {
  test: () => true,
  run(parent, blocks, parser) {
    const block = blocks.shift() ?? ''
    if (block.trim() === '') return true
    const sibling = parent.last()
    if (!parser.isIn('list')) parent.append('p').text = block.trimStart()
    else if (sibling) sibling.tail += `\n${block}`
    else parent.text = parent.text === '' ? block.trimStart() : `${parent.text}\n${block.trimStart()}`
    return true
  },
}
