import type { Element } from '../element'
import type { BlockProcessor } from './block-parser'
import { indent } from './indentation'

// Python-Markdown 3.4 extensions/admonition.py
const opening = /(?:^|\n)!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *(?:\n|$)/
const listTags = new Set(['ul', 'ol', 'dl'])

type Continued = { readonly element: Element; readonly width: number }

/** The admonition, or the item of a list in it, that an indented block goes on. */
function continuedBy(parent: Element, block: string): Continued | null {
  let element = parent.last()
  if (!element?.get('class')?.includes('admonition')) return null
  let width = indent.length
  let last = element.last()
  while (last && listTags.has(last.tag) && block.startsWith(' '.repeat(width + indent.length))) {
    element = last.last()
    last = element?.last()
    width += indent.length
  }
  return element && block.startsWith(' '.repeat(width)) ? { element, width } : null
}

/** Takes the indentation off the first lines that have it; the others are the rest. */
function detab(text: string, width: number): { readonly block: string; readonly rest: string } {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith(' '.repeat(width)))
  const taken = lines.slice(0, end < 0 ? lines.length : end)
  return {
    block: taken.map((line) => line.slice(width)).join('\n'),
    rest: lines.slice(taken.length).join('\n'),
  }
}

/** `!!! note "Title"` with its text indented below: the extension `admonition`. */
export const admonitionProcessor: BlockProcessor = {
  test: (parent, block) =>
    (block.includes('!!!') && opening.test(block)) || continuedBy(parent, block) !== null,
  run(parent, blocks, parser) {
    const block = blocks.shift() ?? ''
    const match = opening.exec(block)
    if (match === null) {
      const continued = continuedBy(parent, block)
      if (continued === null) return false
      const { element, width } = continued
      if ((element.tag === 'li' || element.tag === 'dd') && element.text !== '') {
        const paragraph = element.append('p')
        paragraph.text = element.text
        element.text = ''
      }
      const content = detab(block, width)
      parser.parseChunk(element, content.block)
      if (content.rest !== '') blocks.unshift(content.rest)
      return true
    }
    if (match.index > 0) parser.parseBlocks(parent, [block.slice(0, match.index)])
    const content = detab(block.slice(match.index + match[0].length), indent.length)
    const names = (match[1] ?? '').toLowerCase().replace(/ {2,}/g, ' ')
    const box = parent.append('div')
    box.set('class', `admonition ${names}`)
    const [first = ''] = names.split(' ')
    const title = match[2] ?? first.slice(0, 1).toUpperCase() + first.slice(1)
    if (title !== '') {
      const heading = box.append('p')
      heading.text = title
      heading.set('class', 'admonition-title')
    }
    parser.parseChunk(box, content.block)
    if (content.rest !== '') blocks.unshift(content.rest)
    return true
  },
}
