import type { BlockProcessor } from './block-parser'

const hashHeading = /(?:^|\n)(#{1,6})((?:\\.|[^\\])*?)#*(?:\n|$)/

/** `## Heading`, at the start of any line of a block. */
export const hashHeadingProcessor: BlockProcessor = {
  test: (_parent, block) => block.includes('#') && hashHeading.test(block),
  run(parent, blocks, parser) {
    const block = blocks.shift() ?? ''
    const match = hashHeading.exec(block)
    if (!match) return false
    const before = block.slice(0, match.index)
    const after = block.slice(match.index + match[0].length)
    if (before !== '') parser.parseBlocks(parent, [before])
    parent.append(`h${match[1]?.length ?? 1}`).text = (match[2] ?? '').trim()
    if (after !== '') blocks.unshift(after)
    return true
  },
}

const setextHeading = /^.*\n[=-]+ *(?:\n|$)/

/** A line underlined by `=` or `-`: the first two lines of a block. */
export const setextHeadingProcessor: BlockProcessor = {
  test: (_parent, block) => setextHeading.test(block),
  run(parent, blocks) {
    const [title = '', underline = '', ...rest] = (blocks.shift() ?? '').split('\n')
    parent.append(underline.startsWith('=') ? 'h1' : 'h2').text = title.trim()
    if (rest.length > 0) blocks.unshift(rest.join('\n'))
    return true
  },
}

const rule = /^ {0,3}(?=((?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}))\1 *$/m

/** A line of three or more `-`, `_` or `*`, anywhere in a block. */
export const ruleProcessor: BlockProcessor = {
  test: (_parent, block) => rule.test(block),
  run(parent, blocks, parser) {
    const block = blocks.shift() ?? ''
    const match = rule.exec(block)
    if (!match) return false
    const before = block.slice(0, match.index).replace(/\n+$/, '')
    const after = block.slice(match.index + match[0].length).replace(/^\n+/, '')
    if (before !== '') parser.parseBlocks(parent, [before])
    parent.append('hr')
    if (after !== '') blocks.unshift(after)
    return true
  },
}
