import { Element } from '../element'
import type { BlockParser, BlockProcessor } from './block-parser'
import { indent, outdent } from './indentation'

const listTags = new Set(['ul', 'ol'])
const orderedItem = /^ {0,3}\d+\. +.*/
const unorderedItem = /^ {0,3}[*+-] +.*/
const item = /^ {0,3}(?:\d+\.|[*+-]) +(.*)/
const nestedItem = /^ {4,7}(?:\d+\.|[*+-]) +.*/

const isList = (element: Element): boolean => listTags.has(element.tag)

/** Moves an item's bare text into a paragraph: the item turned out to be one of a loose list. */
function wrapText(listItem: Element): void {
  if (listItem.text === '') return
  const paragraph = new Element('p')
  paragraph.text = listItem.text
  listItem.text = ''
  listItem.children.unshift(paragraph)
}

/** The same for text behind an item's last child, as a heading's next line is. */
function wrapTail(listItem: Element): void {
  const child = listItem.last()
  if (child === undefined || child.tail === '') return
  listItem.append('p').text = child.tail.trimStart()
  child.tail = ''
}

/** One block as list items. Nested items keep their indentation and stand with what belongs to them. */
function splitItems(block: string): string[] {
  const items: string[] = []
  const continueLast = (line: string): void => {
    items.push(`${items.pop() ?? ''}\n${line}`)
  }
  for (const line of block.split('\n')) {
    const match = item.exec(line)
    if (match) items.push(match[1] ?? '')
    else if (nestedItem.test(line) && !items.at(-1)?.startsWith(indent)) items.push(line)
    else continueLast(line)
  }
  return items
}

function continueList(list: Element, firstItem: string, parser: BlockParser): void {
  const previous = list.last()
  if (previous) {
    wrapText(previous)
    wrapTail(previous)
  }
  const listItem = list.append('li')
  parser.within('looselist', () => parser.parseBlocks(listItem, [firstItem]))
}

function runList(tag: 'ul' | 'ol', parent: Element, blocks: string[], parser: BlockParser): boolean {
  const items = splitItems(blocks.shift() ?? '')
  const sibling = parent.last()
  let list: Element
  if (sibling && isList(sibling)) {
    list = sibling
    continueList(list, items.shift() ?? '', parser)
  } else list = isList(parent) ? parent : parent.append(tag)
  parser.within('list', () => {
    for (const text of items) {
      const previous = list.last()
      parser.parseBlocks(text.startsWith(indent) && previous ? previous : list.append('li'), [text])
    }
  })
  return true
}

/** `1. item`; the number is not looked at, and a list goes on whatever its marker. */
export const orderedListProcessor: BlockProcessor = {
  test: (_parent, block, parser) => orderedItem.test(block) && !parser.isTooDeep(),
  run: (parent, blocks, parser) => runList('ol', parent, blocks, parser),
}

/** `- item`, `* item`, `+ item`. */
export const unorderedListProcessor: BlockProcessor = {
  test: (_parent, block, parser) => unorderedItem.test(block) && !parser.isTooDeep(),
  run: (parent, blocks, parser) => runList('ul', parent, blocks, parser),
}

/** Which elements an indented block may go on: items, and what holds them. */
type Nesting = {
  readonly items: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
  readonly newItem: string
}

/** The element, down the last items, to which `block` belongs by its indentation, and how many levels that is. */
function findLevel(
  parent: Element,
  block: string,
  parser: BlockParser,
  { items, lists }: Nesting,
): { level: number; owner: Element } {
  const indentLevel = Math.floor((/^ */.exec(block)?.[0].length ?? 0) / indent.length)
  let level = parser.isIn('list') ? 1 : 0
  let owner = parent
  while (indentLevel > level) {
    const child = owner.last()
    if (child === undefined || !(lists.has(child.tag) || items.has(child.tag))) break
    if (lists.has(child.tag)) level++
    owner = child
  }
  return { level, owner }
}

function indentProcessor(nesting: Nesting): BlockProcessor {
  const { items, lists, newItem } = nesting
  const endsWithList = (parent: Element): boolean => lists.has(parent.last()?.tag ?? '')
  return {
    test: (parent, block, parser) =>
      block.startsWith(indent) && !parser.isIn('detabbed') && (items.has(parent.tag) || endsWithList(parent)),
    run(parent, blocks, parser) {
      const { level, owner } = findLevel(parent, blocks[0] ?? '', parser, nesting)
      const block = outdent(blocks.shift() ?? '', level)
      parser.within('detabbed', () => {
        const lastChild = parent.last()
        const lastItem = owner.last()
        if (items.has(parent.tag))
          parser.parseBlocks(lastChild && lists.has(lastChild.tag) ? lastChild : parent, [block])
        else if (items.has(owner.tag)) parser.parseBlocks(owner, [block])
        else if (lastItem && items.has(lastItem.tag)) {
          wrapText(lastItem)
          parser.parseChunk(lastItem, block)
        } else parser.parseBlocks(owner.append(newItem), [block])
      })
      return true
    },
  }
}

/** An indented block behind a list: part of one of its items. */
export const listIndentProcessor = indentProcessor({ items: new Set(['li']), lists: listTags, newItem: 'li' })

/** The same behind a description list, and inside of descriptions. */
export const definitionIndentProcessor = indentProcessor({
  items: new Set(['dd', 'li']),
  lists: new Set(['dl', 'ol', 'ul']),
  newItem: 'dd',
})
