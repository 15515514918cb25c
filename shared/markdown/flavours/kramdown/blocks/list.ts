import { type Block, type Container, container } from '../block'
import { blankLines, endOfBlock, listLine, ruleLine } from '../patterns'
import type { Source } from '../source'
import type { BlockRule } from './block-parser'
import { markerPattern, readFirstLine, takeFurtherLine, withoutIndentation } from './list-line'
import { markTasks } from './tasks'

const bullet = '[+*-]'
const number = '\\d+\\.'
const bulletLine = markerPattern(bullet, 4)

/** An item and the parts of its source, which are parsed one after the other. */
type Item = { readonly block: Container; readonly parts: string[] }

type Items = { readonly items: readonly Item[]; readonly endsAtMarker: boolean }

function matches(pattern: RegExp, line: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(line)
}

/** Takes the lines of a list whose first marker stands at the position. */
function takeItems(source: Source, marker: string): Items {
  const items: Item[] = []
  let parts: string[] = []
  let width = 4
  let pattern = markerPattern(marker, width)
  let nestedFound = false
  let isAfterBlank = false
  while (!source.isAtEnd) {
    if (isAfterBlank && source.test(ruleLine)) break
    if (source.take(endOfBlock)) return { items, endsAtMarker: true }
    const start = source.take(pattern)
    if (start) {
      const first = readFirstLine(start[1]?.length ?? 0, start[2] ?? '')
      width = first.width
      pattern = markerPattern(marker, width)
      parts = [first.text]
      items.push({ block: { ...container('item'), list: first.list }, parts })
      nestedFound = matches(listLine, first.text)
      isAfterBlank = false
      continue
    }
    const blank = source.take(blankLines)
    if (blank) {
      nestedFound = true
      isAfterBlank = true
      parts.push(`${parts.pop() ?? ''}${blank[0]}`)
      continue
    }
    const line = takeFurtherLine(source, width, !isAfterBlank)
    if (line === null) break
    const inner = withoutIndentation(line, width)
    let added = inner ?? line
    if (matches(listLine, added)) {
      if (!nestedFound && inner !== null) {
        parts.push('')
        nestedFound = true
      } else if (nestedFound && inner === null) added = ' '.repeat(width + 4) + added
    }
    parts.push(`${parts.pop() ?? ''}${added}`)
    isAfterBlank = false
  }
  return { items, endsAtMarker: false }
}

/** Takes the tags of a first paragraph away where the item is tight: each item decides for itself, but the last looks at those before it. */
function readLooseness(list: Container, item: Container, endsAtMarker: boolean): void {
  const { children } = item
  const first = children[0]
  if (first?.type !== 'paragraph') return
  if (children[1]?.type === 'attributes' && first.list !== null) children.splice(1, 1)
  const isLast = list.children.at(-1) === item
  const standsAlone = children.length < 2 || children[1]?.type !== 'blank'
  if (!standsAlone && !(isLast && children.length === 2 && !endsAtMarker)) return
  const followsSuit =
    !isLast || list.children.length === 1 || list.children.slice(0, -1).some((other) => !startsLoose(other))
  if (!followsSuit) return
  first.isTransparent = true
  if (children.length > 1 && children[1]?.type !== 'blank') first.text += '\n'
}

function startsLoose(item: Block): boolean {
  const first = item.type === 'item' ? item.children[0] : undefined
  return first?.type === 'paragraph' && !first.isTransparent
}

/** Lists: any bullet goes on any other, any number begins a numbered list, and one kind ends the other. */
export const listRule: BlockRule = (parser) => {
  const { source } = parser
  if (parser.isTooDeep || !source.test(listLine)) return false
  const isBullets = source.test(bulletLine)
  const list = container(isBullets ? 'bullets' : 'numbers')
  parser.give(list)
  const { items, endsAtMarker } = takeItems(source, isBullets ? bullet : number)
  parser.children.push(list)
  list.children.push(...items.map((item) => item.block))
  let behind: Block | null = null
  for (const item of items) {
    for (const part of item.parts) parser.parseInto(item.block, part)
    const { children } = item.block
    if (children.length === 0) continue
    readLooseness(list, item.block, endsAtMarker)
    behind = children.at(-1)?.type === 'blank' ? (children.pop() ?? null) : null
  }
  if (behind && !endsAtMarker) parser.children.push(behind)
  if (parser.definitions.options.gfm) markTasks(list)
  return true
}
