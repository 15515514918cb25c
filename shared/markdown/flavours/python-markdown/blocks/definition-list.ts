import type { Element } from '../element'
import type { BlockProcessor } from './block-parser'
import { takeIndented } from './indentation'

const description = /(^|\n) {0,3}: {1,3}(.*?)(?:\n|$)/
const unindented = /^ {0,3}[^ :]/

/** Whether a line of `block` begins a description, which may belong to a term in the block before. */
export function mayDescribe(block: string): boolean {
  return description.test(block)
}

/** Terms in the block itself, or those of the paragraph before, which is taken out of `parent` then. */
function takeTerms(parent: Element, own: readonly string[]): { terms: readonly string[]; isLoose: boolean } {
  const sibling = parent.last()
  if (own.length > 0 || sibling?.tag !== 'p') return { terms: own, isLoose: false }
  parent.children.pop()
  return { terms: sibling.text.split('\n'), isLoose: true }
}

/** Terms, and a description that a `:` begins, after extensions/def_list.py of Python-Markdown 3.4. */
export const definitionListProcessor: BlockProcessor = {
  test: (_parent, block) => mayDescribe(block),
  run(parent, blocks, parser) {
    const block = blocks[0] ?? ''
    const match = description.exec(block)
    if (!match) return false
    const own = block
      .slice(0, match.index)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (own.length === 0 && parent.last() === undefined) return false
    blocks.shift()
    const behind = block.slice(match.index + match[0].length)
    const taken = unindented.test(behind) ? { block: behind, rest: '' } : takeIndented(behind)
    const text = taken.block === '' ? (match[2] ?? '') : `${match[2]}\n${taken.block}`
    const { terms, isLoose } = takeTerms(parent, own)
    const sibling = parent.last()
    const goesOn = sibling?.tag === 'dl'
    const list = goesOn ? sibling : parent.append('dl')
    const last = list.last()
    const followsBlocks = goesOn && terms.length === 0 && last?.tag === 'dd' && last.children.length > 0
    for (const term of terms) list.append('dt').text = term
    parser.within(isLoose || followsBlocks ? 'looselist' : 'list', () => {
      parser.parseBlocks(list.append('dd'), [text])
    })
    if (taken.rest !== '') blocks.unshift(taken.rest)
    return true
  },
}
